import { expect, test } from "vitest";
import type { Camera, Frame } from "../../state";
import { CARD, furnishCard } from "./card";
import type { Facts } from "./facts";
import { type Furniture, furnish, type Parts } from "./furnish";
import { INKS } from "./inks";
import type { Font, Item } from "./page";

const ALL: Parts = { labels: true, legend: true, axes: true, profile: true, caption: true };
const NONE: Parts = { labels: false, legend: false, axes: false, profile: false, caption: false };
const SIZES = [
  { width: 1440, height: 900 },
  { width: 1048, height: 900 },
  { width: 1080, height: 1080 },
  { width: 830, height: 520 },
  { width: 392, height: 440 },
];

const long = "a title that is far too long for any picture <script>alert(1)</script> ".repeat(6);
const facts: Facts = {
  title: long,
  heading: long,
  source: long,
  k: 512,
  dims: 3072,
  ofDims: "of 3,072 dimensions",
  variance: "The three axes hold 11 % of the variance",
  axes: ["4.5 %", "3.4 %", "2.7 %"],
  legend: {
    kind: "labels",
    title: "Category",
    entries: Array.from({ length: 13 }, (_, i) => ({
      label: i === 3 ? long : `label ${i}`,
      count: String(1000 * i),
      color: "#1198ec",
      muted: i === 5,
    })),
  },
  profile: { std: new Float32Array(3072).fill(0.02), columns: 3072, scale: "log" },
  halves: null,
};
// Points along three axes, of falling length.
const scores = Float32Array.from(
  { length: 18 },
  (_, i) => [3, 0, 0, -3, 0, 0, 0, 2, 0, 0, -2, 0, 0, 0, 1, 0, 0, -1][i],
);
const frame = { scores, explainedVariance: [9, 4, 1] } as unknown as Frame;
const cam: Camera = [0.6, 0.5, 0.7, 0, 0, 0];

// About as wide as letters are.
const measure = (text: string, { size }: Font) => [...text].length * size * 0.58;

function boxOf(item: Item) {
  if (item.kind !== "text") return null;
  const width = measure(item.text, item.font);
  const left = item.x - width * { start: 0, middle: 0.5, end: 1 }[item.anchor ?? "start"];
  return { text: item.text, left, right: left + width, top: item.y - item.font.size * 0.75, bottom: item.y };
}

function boxes(items: readonly Item[]) {
  return items.flatMap((item) => boxOf(item) ?? []);
}

/** Texts that run out of the page, or into each other. */
function faults({ items }: Pick<Furniture, "items">, { width, height }: { width: number; height: number }): string[] {
  const all = boxes(items);
  const out = all.filter(({ left, right, top, bottom }) => left < 0 || top < 0 || right > width || bottom > height);
  const over = all.flatMap((one, i) =>
    all
      .slice(i + 1)
      .filter(
        (other) => one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom,
      )
      .map((other) => `${one.text} | ${other.text}`),
  );
  return [...out.map(({ text }) => text), ...over];
}

test("nothing that stands around the cloud runs out of the page, or into something else, at any size", () => {
  for (const size of SIZES) {
    const set = furnish({ facts, frame, cam }, size, ALL, INKS.dark, measure);
    expect(faults(set, size), `${size.width} × ${size.height}`).toEqual([]);
  }
  expect(faults(furnishCard(facts, INKS.light, measure), CARD)).toEqual([]);
});

test("what stands there is left free by the cloud, and no label may lie over it", () => {
  for (const size of SIZES) {
    const { items, covers, insets, bottom } = furnish({ facts, frame, cam }, size, ALL, INKS.dark, measure);
    expect(insets.bottom).toBeGreaterThanOrEqual(size.height - bottom);
    expect(size.width - insets.left - insets.right).toBeGreaterThan(200);
    for (const { text, left, right, top, bottom: low } of boxes(items)) {
      const isCovered = covers.some(
        (cover) =>
          cover.left <= left &&
          cover.top <= top &&
          cover.left + cover.width >= right &&
          cover.top + cover.height >= low,
      );
      expect(isCovered, `${text} at ${size.width}`).toBe(true);
    }
  }
});

test("parts that are not wished for are not there, and the cloud has their room", () => {
  const size = SIZES[0];
  const bare = furnish({ facts, frame, cam }, size, NONE, INKS.dark, measure);
  expect(bare.items).toEqual([]);
  expect(bare.covers).toEqual([]);
  expect(bare.insets.left).toBe(0);
  const texts = (parts: Partial<Parts>) =>
    boxes(furnish({ facts, frame, cam }, size, { ...NONE, ...parts }, INKS.dark, measure).items).map(
      ({ text }) => text,
    );
  expect(texts({ legend: true })).toContain("Category");
  expect(texts({ legend: true })).not.toContain("512");
  expect(texts({ caption: true })).toContain("512");
  expect(texts({ axes: true })).toContain("PC1  4.5 %");
  expect(texts({ profile: true })).toContain("3,072");
});

test("a picture as it stands on the screen keeps free what the screen does", () => {
  const room = { top: 56, right: 8, bottom: 170, left: 200 };
  expect(furnish({ facts, frame, cam }, SIZES[0], ALL, INKS.dark, measure, room).insets).toEqual(room);
});
