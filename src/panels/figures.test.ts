import { describe, expect, it } from "vitest";
import { bytes, count, percent } from "./figures";

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
    [2048 * 1e6, "1.9 GB"],
    [12_288 * 1e6, "11 GB"],
    [4 * 1024 ** 4, "4 TB"],
  ])("write %d bytes as %s", (value, text) => expect(bytes(value)).toBe(text));
});
