import { describe, expect, it, test } from "vitest";
import { type Axis, dimsAt, rungFrom, shareOf, sweepOn } from "./axis";

const log: Axis = { scale: "log", dims: 3072 };
const linear: Axis = { scale: "linear", dims: 3072 };

describe.each([log, linear])("the $scale axis", (axis) => {
  it("runs from 4 to all dims", () => {
    expect(shareOf(4, axis)).toBe(0);
    expect(shareOf(3072, axis)).toBe(1);
    expect(dimsAt(0, axis)).toBe(4);
    expect(dimsAt(1, axis)).toBeCloseTo(3072);
  });

  it("leads from every k to its place and back", () => {
    for (let k = 4; k <= 3072; k++) expect(Math.round(dimsAt(shareOf(k, axis), axis))).toBe(k);
  });

  it("holds a pointer past its ends at the ends", () => {
    expect(dimsAt(-0.2, axis)).toBe(4);
    expect(dimsAt(1.3, axis)).toBeCloseTo(3072);
  });

  it("plays from end to end in 30 seconds, at even steps of the axis, and back", () => {
    expect(sweepOn(4, axis, 30)).toBeCloseTo(3072);
    expect(shareOf(sweepOn(4, axis, 15), axis)).toBeCloseTo(0.5);
    expect(sweepOn(3000, axis, 60)).toBeCloseTo(3072);
    expect(sweepOn(3072, axis, -30)).toBeCloseTo(4);
  });
});

test("half of the dims lie in the middle of the linear axis", () => {
  expect(shareOf(1538, linear)).toBeCloseTo(0.5);
});

test("pages turn half an octave, and there and back again", () => {
  expect(rungFrom(512, 1)).toBe(724);
  expect(rungFrom(724, -1)).toBe(512);
  expect(rungFrom(4, 1)).toBe(6);
});
