import { expect, test } from "vitest";
import { plainNumber, tableNumber, threeFigures } from "./format";
import { readingAt } from "./series";
import { cursorInWords, figureHeads, readingInFigures } from "./words";

const axes = { x: { label: "dims", scale: "log" as const }, y: { label: "std" } };
const std = { name: "std", y: Float32Array.of(0.0171, 0.0169), smoothed: Float32Array.of(0.017, 0.017) };

test("the cursor speaks place and values", () => {
  expect(cursorInWords(1, 1, [std], axes)).toBe("1 dims: std 0.0171, smoothed 0.0170");
});

test("off the values it says at which the nearest are, and what is not known there", () => {
  const recall = { name: "recall@10", x: [1024], y: [0.912], low: [0.9], high: [0.924] };
  const y = { label: "recall", interval: "95 % interval" };
  expect(cursorInWords(1000, 1024, [recall, std], { ...axes, y })).toBe(
    "1,000 dims, nearest value at 1,024 dims: recall@10 0.912, 95 % interval 0.900 to 0.924; std not known",
  );
  expect(figureHeads([recall, std], y)).toBe("raw, smoothed, 95 % interval");
  expect(readingInFigures(readingAt(recall, 1024), y)).toBe("0.912, 0.900 to 0.924");
  expect(readingInFigures(readingAt(recall, 1000), y)).toBe("–");
});

test("words of the chart's own take the place of numbers", () => {
  const own = {
    x: { ...axes.x, format: (m: number) => `shortlist ${10 * m}` },
    y: { label: "recall", format: (share: number) => `${Math.round(100 * share)} %` },
  };
  expect(cursorInWords(8, 8, [{ name: "two-pass", x: [8], y: [0.98] }], own)).toBe("shortlist 80: two-pass 98 %");
});

test.each([
  [threeFigures, 0.017, "0.0170"],
  [threeFigures, 1, "1.00"],
  [threeFigures, 0, "0"],
  [threeFigures, 12345.6, "12,346"],
  [plainNumber, 3072, "3,072"],
  [plainNumber, 0.30000000000000004, "0.3"],
  [tableNumber, Math.fround(0.0171), "0.0171"],
])("%o writes %s as %s", (format, value, text) => {
  expect(format(value)).toBe(text);
});
