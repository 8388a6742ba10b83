import { describe, expect, it } from "vitest";
import { bytes, count, figure, fixed, percent } from "./figures";

describe("figures", () => {
  it("set thousands apart", () => expect(count(10_000)).toBe("10,000"));

  it.each([
    [1, "100 %"],
    [512 / 3072, "17 %"],
    [0.051, "5.1 %"],
    [0.0999, "10 %"],
    [4 / 3072, "0.13 %"],
    [0, "0 %"],
  ])("write the share %d as %s", (share, text) => expect(percent(share)).toBe(text));

  it.each([
    [16, "16 B"],
    [2048, "2 KB"],
    [4000, "3.9 KB"],
    [12_288, "12 KB"],
    [3 * 1024 ** 2, "3 MB"],
  ])("write %d bytes as %s", (value, text) => expect(bytes(value)).toBe(text));

  it.each([
    [0.12345, "0.123"],
    [-4.5, "−4.5"],
    [1234, "1,230"],
  ])("write the number %d as %s", (value, text) => expect(figure(value)).toBe(text));

  it("write the numbers of a column with the same decimals", () => {
    expect([0.4, -0.0021, 0].map(fixed(0.22))).toEqual(["0.400", "−0.002", "0.000"]);
    expect([1234.5, 7].map(fixed(900))).toEqual(["1,235", "7"]);
    expect(fixed(0)(0)).toBe("0.00");
  });
});
