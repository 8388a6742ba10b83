import { describe, expect, it } from "vitest";
import type { LabelColoring } from "../state";
import { categoryColor, rgbOf } from "./palette";
import { rampColors } from "./ramp";
import { paintTints } from "./tints";

const COLUMN: LabelColoring = {
  kind: "category",
  name: "category",
  title: "Category",
  labels: ["animal", "plant"],
  counts: [2, 1],
  codes: new Uint16Array([0, 1, 0]),
};

const ALL = { muted: new Set<string>(), isolated: null, selection: [] };

function blank(rows: number) {
  return { rgbs: new Uint8Array(rows * 4), shown: new Uint8Array(rows) };
}

describe("painting", () => {
  it("gives every row the colour of its label", () => {
    const tints = blank(3);
    paintTints(tints, COLUMN, ALL, "dark");
    expect([...tints.rgbs.slice(4, 8)]).toEqual([...rgbOf(categoryColor(1, "dark")), 255]);
    expect([...tints.shown]).toEqual([1, 1, 1]);
  });

  it("takes muted labels off the pick", () => {
    const tints = blank(3);
    paintTints(tints, COLUMN, { ...ALL, muted: new Set(["animal"]) }, "light");
    expect([...tints.shown]).toEqual([0, 1, 0]);
    expect(tints.rgbs[3]).toBe(0);
  });

  it("takes all but the isolated rows off the pick, and of these the muted", () => {
    const tints = blank(3);
    paintTints(tints, COLUMN, { ...ALL, muted: new Set(["plant"]), isolated: [1, 2] }, "light");
    expect([...tints.shown]).toEqual([0, 0, 1]);
    paintTints(tints, COLUMN, ALL, "light");
    expect([...tints.shown]).toEqual([1, 1, 1]);
  });

  it("lets the rest step back behind several selected points, and not behind one", () => {
    const [one, two] = [blank(3), blank(3)];
    paintTints(one, COLUMN, { ...ALL, selection: [0] }, "dark");
    paintTints(two, COLUMN, { ...ALL, selection: [0, 1] }, "dark");
    expect([...two.rgbs.slice(0, 8)]).toEqual([...one.rgbs.slice(0, 8)]);
    expect([...one.rgbs.slice(8, 11)]).toEqual(rgbOf(categoryColor(0, "dark")));
    const brightness = (rgbs: Uint8Array) => rgbs[8] + rgbs[9] + rgbs[10];
    expect(brightness(two.rgbs)).toBeLessThan(0.5 * brightness(one.rgbs));
    expect([...two.shown]).toEqual([1, 1, 1]);
  });

  it("paints numbers along the ramp", () => {
    const tints = blank(3);
    const values = Float32Array.of(0, 1, Number.NaN);
    paintTints(
      tints,
      { kind: "number", name: "age", title: "Age", values, low: 0, high: 1, write: String },
      ALL,
      "dark",
    );
    const ramp = rampColors("dark");
    expect([...tints.rgbs.slice(0, 3)]).toEqual(rgbOf(ramp[0]));
    expect([...tints.rgbs.slice(4, 7)]).toEqual(rgbOf(ramp.at(-1)!));
    expect([...tints.rgbs.slice(8, 11)]).toEqual(rgbOf(categoryColor(99, "dark")));
  });

  it("shows all rows in one grey while there are no labels", () => {
    const tints = blank(2);
    paintTints(tints, null, ALL, "dark");
    expect([...tints.rgbs.slice(0, 3)]).toEqual(rgbOf(categoryColor(99, "dark")));
    expect([...tints.shown]).toEqual([1, 1]);
  });
});
