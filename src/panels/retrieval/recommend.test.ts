import fc from "fast-check";
import { expect, test } from "vitest";
import { textOf } from "../../i18n";
import { recommend } from "./recommend";
import { bytesOf, monthlyCost, type Precision, type StorageReport } from "./storage";

const at = (mean: number, spread = 0.004) => ({ mean, low: mean - spread, high: Math.min(1, mean + spread) });
const cell = (precision: Precision, prefix: number, ...means: number[]) => ({
  precision,
  prefix,
  recall: means.map((mean) => at(mean)),
});

// What an index of 3,072 dims might be measured as: alone, and with shortlists of 40 and 80.
const report: StorageReport = {
  queries: 1000,
  shortlists: [10, 40, 80],
  cells: [
    cell("f32", 256, 0.7, 0.93, 0.97),
    cell("f32", 512, 0.83, 0.985, 0.996),
    cell("f32", 3072, 1, 1, 1),
    cell("i8", 256, 0.7, 0.93, 0.969),
    cell("i8", 512, 0.82, 0.984, 0.995),
    cell("i8", 3072, 0.99, 1, 1),
    cell("bit", 512, 0.4, 0.7, 0.8),
  ],
};

test("it takes the least memory whose whole interval reaches the target, and says why", () => {
  const { words, choice, reasons, reaches } = recommend(report, 3072, { target: 0.99, longest: 80 })!;
  expect(textOf(words)).toBe("512 dims int8, shortlist 80, rerank");
  expect(reaches).toBe(true);
  expect(choice.bytes).toBe(512);
  expect(reasons).toEqual([
    "recall@10 is 0.995 (95 %: 0.991 to 0.999) over 1,000 queries; at least 0.99 was asked for.",
    "A vector takes 512 B in place of 12 KB: 1/24 of the memory.",
    "The second pass reads 80 full vectors a query, 960 KB, which may lie on disk; without it recall@10 is 0.820.",
    "int8 in place of f32 costs 0.001 at this prefix.",
    "The best of what takes less, 256 dims int8, shortlist 80, rerank, gets to 0.969 (95 %: 0.965 to 0.973).",
  ]);
});

test("a modest target needs no second pass", () => {
  const { words, reasons } = recommend(report, 3072, { target: 0.8, longest: 80 })!;
  expect(textOf(words)).toBe("256 dims int8, shortlist 40, rerank");
  const strict = recommend(
    {
      ...report,
      shortlists: [10],
      cells: report.cells.map(({ recall, ...rest }) => ({ ...rest, recall: recall.slice(0, 1) })),
    },
    3072,
    { target: 0.8, longest: 80 },
  )!;
  expect(textOf(strict.words)).toBe("512 dims int8");
  expect(strict.reasons.map(textOf).join(" ")).not.toContain("second pass");
  expect(reasons.map(textOf).join(" ")).toContain("second pass");
});

test("a shortlist is no longer than may be read for a query", () => {
  expect(textOf(recommend(report, 3072, { target: 0.99, longest: 40 })!.words)).toBe(
    "3,072 dims int8, shortlist 40, rerank",
  );
});

test("where nothing reaches the target the best is named, and that it does not reach it", () => {
  const { reaches, reasons, choice } = recommend({ ...report, cells: report.cells.slice(0, 1) }, 3072, {
    target: 0.99,
    longest: 80,
  })!;
  expect([reaches, choice.shortlist]).toEqual([false, 80]);
  expect(textOf(reasons[0])).toContain("nothing measured reaches 0.99");
  expect(recommend({ ...report, cells: [] }, 3072, { target: 0.99, longest: 80 })).toBeNull();
});

test("nothing that takes less reaches the target, whatever was measured", () => {
  const precisions = fc.constantFrom<Precision>("f32", "f16", "i8", "bit");
  const cells = fc.array(
    fc.record({
      precision: precisions,
      prefix: fc.constantFrom(8, 64, 512, 3072),
      recall: fc.array(
        fc.double({ min: 0, max: 1, noNaN: true }).map((mean) => at(mean)),
        { minLength: 3, maxLength: 3 },
      ),
    }),
    { minLength: 1, maxLength: 12 },
  );
  fc.assert(
    fc.property(cells, fc.double({ min: 0.5, max: 0.99, noNaN: true }), (cells, target) => {
      const { choice, reaches } = recommend({ ...report, cells }, 3072, { target, longest: 80 })!;
      const others = cells.flatMap(({ prefix, precision, recall }) =>
        recall.map(({ low }) => ({ bytes: bytesOf(prefix, precision), reaches: low >= target })),
      );
      expect(reaches).toBe(others.some((other) => other.reaches));
      if (reaches) expect(choice.bytes).toBe(Math.min(...others.filter((other) => other.reaches).map((o) => o.bytes)));
    }),
  );
});

test("bytes and costs are arithmetic", () => {
  expect((["f32", "f16", "i8", "bit"] as const).map((precision) => bytesOf(3072, precision))).toEqual([
    12_288, 6144, 3072, 384,
  ]);
  expect(bytesOf(12, "bit")).toBe(2);
  expect(monthlyCost(10_000_000, 512, 2.5)).toBeCloseTo(12.8, 10);
});
