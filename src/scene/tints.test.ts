import { describe, expect, it } from "vitest";
import type { CategoryColumn } from "../state";
import { categoryColor, rgbOf } from "./palette";
import { paintTints } from "./tints";

const COLUMN: CategoryColumn = {
  kind: "category",
  name: "category",
  labels: ["animal", "plant"],
  counts: [2, 1],
  codes: new Uint16Array([0, 1, 0]),
};

function blank(rows: number) {
  return { rgbs: new Uint8Array(rows * 4), shown: new Uint8Array(rows) };
}

describe("painting", () => {
  it("gives every row the colour of its label", () => {
    const tints = blank(3);
    paintTints(tints, COLUMN, new Set(), "dark");
    expect([...tints.rgbs.slice(4, 8)]).toEqual([...rgbOf(categoryColor(1, "dark")), 255]);
    expect([...tints.shown]).toEqual([1, 1, 1]);
  });

  it("takes muted labels off the pick", () => {
    const tints = blank(3);
    paintTints(tints, COLUMN, new Set(["animal"]), "light");
    expect([...tints.shown]).toEqual([0, 1, 0]);
    expect(tints.rgbs[3]).toBe(0);
  });

  it("shows all rows in one grey while there are no labels", () => {
    const tints = blank(2);
    paintTints(tints, null, new Set(), "dark");
    expect([...tints.rgbs.slice(0, 3)]).toEqual(rgbOf(categoryColor(99, "dark")));
    expect([...tints.shown]).toEqual([1, 1]);
  });
});
