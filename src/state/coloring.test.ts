import { expect, test } from "vitest";
import type { Frame } from "../engine";
import type { CategoryColumn, PointTable } from "../sources";
import { colorChoices, coloringOf, colorValue, withOthers } from "./coloring";
import { robustRange } from "./robust-range";

const kinds: CategoryColumn = {
  kind: "category",
  name: "kind",
  labels: ["tree", "cat"],
  counts: [2, 1],
  codes: Uint16Array.of(0, 1, 0),
};
const ages = Float32Array.of(10, 20, Number.NaN);
const points: PointTable = {
  rows: 3,
  titles: ["oak", "lion", "elm"],
  texts: ["", "", ""],
  columns: [
    kinds,
    { kind: "number", name: "age", values: ages },
    { kind: "text", name: "note", values: ["a", "b", "c"] },
    { ...kinds, name: "same", labels: ["all"] },
  ],
};
const frame = { scores: Float32Array.of(3, 4, 0, -1, 0, 0, 0, 0, 2) } as Frame;

test("labels, numbers and measures are offered; text and a column of one label are not", () => {
  expect(colorChoices(points).map(({ title }) => title)).toEqual([
    "Kind",
    "Age",
    "Score on axis 1",
    "Score on axis 2",
    "Score on axis 3",
    "Distance from the mean",
    "Settles at",
  ]);
  expect(colorChoices(null).map(({ kind }) => kind)).not.toContain("column");
});

test("a coloring is the same object until its column or frame changes", () => {
  const kind = coloringOf({ points, color: "kind", frame });
  expect(coloringOf({ points, color: "kind", frame: null })).toBe(kind);
  const axis = coloringOf({ points, color: "axis1", frame });
  expect(coloringOf({ points, color: "axis1", frame })).toBe(axis);
  expect(coloringOf({ points, color: "axis1", frame: { ...frame } })).not.toBe(axis);
  expect(coloringOf({ points, color: "axis1", frame: null })).toBeNull();
  expect(coloringOf({ points, color: "note", frame })).toBeNull();
});

test("measures are the scores of the frame and the distance they make", () => {
  const values = (color: string) => {
    const coloring = coloringOf({ points, color, frame });
    return coloring?.kind === "number" ? [...coloring.values] : null;
  };
  expect(values("axis1")).toEqual([3, -1, 0]);
  expect(values("axis3")).toEqual([0, 0, 2]);
  expect(values("radius")).toEqual([5, 1, 2]);
});

test("a row's label or number is told in words", () => {
  const kind = coloringOf({ points, color: "kind", frame });
  const age = coloringOf({ points, color: "age", frame });
  expect([0, 1].map((row) => colorValue(kind, row))).toEqual(["tree", "cat"]);
  expect([0, 2].map((row) => colorValue(age, row))).toEqual(["Age 10", ""]);
  expect(colorValue(null, 0)).toBe("");
});

test("labels past the twelfth are one, whatever they are called", () => {
  const labels = Array.from({ length: 14 }, (_, i) => (i === 3 ? "others" : `label ${i}`));
  const column = { ...kinds, labels, counts: labels.map((_, i) => 20 - i), codes: Uint16Array.of(0, 11, 12, 13) };
  const shown = withOthers(column);
  expect(shown.labels).toHaveLength(13);
  expect(new Set(shown.labels).size).toBe(13);
  expect(shown.counts[12]).toBe(8 + 7);
  expect([...shown.codes]).toEqual([0, 11, 12, 12]);
  expect(withOthers({ ...column, labels: labels.slice(0, 12) }).labels).toHaveLength(12);
});

test("the scale reaches over most of the numbers, and an outlier does not take it", () => {
  const values = Float32Array.from({ length: 1000 }, (_, i) => i);
  values[0] = -1e6;
  values[1] = Number.NaN;
  const { low, high } = robustRange(values);
  expect(low).toBeGreaterThan(2);
  expect(low).toBeLessThan(20);
  expect(high).toBeGreaterThan(980);
  expect(robustRange(new Float32Array(0))).toEqual({ low: 0, high: 1 });
  expect(robustRange(Float32Array.of(5, 5))).toEqual({ low: 5, high: 6 });
  const rare = new Float32Array(1000);
  rare[7] = 3;
  expect(robustRange(rare)).toEqual({ low: 0, high: 3 });
});
