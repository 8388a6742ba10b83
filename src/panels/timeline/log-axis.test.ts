import { describe, expect, it } from "vitest";
import { dimsAt, labelsThatFit, rungFrom, shareOf, sweepOn, tickDims } from "./log-axis";

describe("the logarithmic axis", () => {
  it("runs from 4 to all dims", () => {
    expect(shareOf(4, 3072)).toBe(0);
    expect(shareOf(3072, 3072)).toBe(1);
    expect(dimsAt(0, 3072)).toBe(4);
    expect(dimsAt(1, 3072)).toBeCloseTo(3072);
  });

  it("leads from every k to its place and back", () => {
    for (let k = 4; k <= 3072; k++) expect(Math.round(dimsAt(shareOf(k, 3072), 3072))).toBe(k);
  });

  it("holds a pointer past its ends at the ends", () => {
    expect(dimsAt(-0.2, 3072)).toBe(4);
    expect(dimsAt(1.3, 3072)).toBeCloseTo(3072);
  });

  it("plays from end to end in 30 seconds, at even steps of the axis", () => {
    expect(sweepOn(4, 3072, 30)).toBeCloseTo(3072);
    const half = sweepOn(4, 3072, 15);
    expect(shareOf(half, 3072)).toBeCloseTo(0.5);
    expect(sweepOn(3000, 3072, 60)).toBe(3072);
  });

  it("turns pages of half an octave, and there and back again", () => {
    expect(rungFrom(512, 1)).toBe(724);
    expect(rungFrom(724, -1)).toBe(512);
    expect(rungFrom(4, 1)).toBe(6);
  });
});

describe("the labels below it", () => {
  it("are the article's stops where there is room", () => {
    expect(labelsThatFit(3072, 1050)).toEqual([4, 16, 64, 256, 512, 1024, 1536, 3072]);
    expect(labelsThatFit(1536, 1050)).toEqual([4, 16, 64, 256, 512, 1024, 1536]);
  });

  it("are the powers of four and the end elsewhere", () => {
    expect(labelsThatFit(768, 1050)).toEqual([4, 16, 64, 256, 768]);
    expect(labelsThatFit(4, 1050)).toEqual([4]);
  });

  it("give way on a narrow screen, but for both ends", () => {
    const labels = labelsThatFit(3072, 350);
    expect(labels).toContain(4);
    expect(labels).toContain(3072);
    expect(labels).toContain(512);
    expect(labels).not.toContain(1536);
  });

  it("have each their tick", () => {
    for (const dims of [3072, 1536, 768, 100]) {
      expect(tickDims(dims)).toEqual(expect.arrayContaining(labelsThatFit(dims, 1050)));
    }
  });
});
