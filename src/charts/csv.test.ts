import { expect, test } from "vitest";
import { csvOf, fileName } from "./csv";
import { rowsOfBars, rowsOfLines } from "./rows";

test("a line chart becomes a row for every x, unrounded, with empty cells where a series has no value", () => {
  const series = [
    { name: "large", y: Float32Array.of(0.1, 0.2, 0.3), smoothed: Float64Array.of(0.15, 0.2, Number.NaN) },
    { name: "recall", x: [2, 4], y: [1 / 3, 0.5], low: [0.3, Number.NaN], high: [0.4, 0.6] },
  ];
  expect(csvOf(rowsOfLines(series, "dims"))).toBe(
    [
      'dims,large,"large, smoothed",recall,"recall, low","recall, high"',
      "1,0.10000000149011612,0.15,,,",
      "2,0.20000000298023224,0.2,0.3333333333333333,0.3,0.4",
      "3,0.30000001192092896,,,,",
      "4,,,0.5,,",
      "",
    ].join("\r\n"),
  );
});

test("names are quoted where they would be read as something else", () => {
  const csv = csvOf(rowsOfBars([{ name: 'a "b", c\nd', value: 3 }], "label", "points"));
  expect(csv).toBe('label,points\r\n"a ""b"", c\nd",3\r\n');
});

test("a name that a spreadsheet would run as a formula is text to it", () => {
  const csv = csvOf(rowsOfBars([{ name: '=HYPERLINK("x")', value: -3 }], "@label", "points"));
  expect(csv).toBe(`'@label,points\r\n"'=HYPERLINK(""x"")",-3\r\n`);
});

test("a histogram becomes the ends of its classes and their counts", () => {
  const bars = [
    { name: "0 to 0.5", from: 0, to: 0.5, value: 7 },
    { name: "0.5 to 1", from: 0.5, to: 1, value: 12 },
  ];
  expect(csvOf(rowsOfBars(bars, "energy", "points"))).toBe(
    '"energy, from","energy, to",points\r\n0,0.5,7\r\n0.5,1,12\r\n',
  );
});

test.each([
  [["wordnet-mrl-3072", "Recall@10 by prefix"], "wordnet-mrl-3072-recall-10-by-prefix.csv"],
  [["https://example.org/a/ü.npy", "Std"], "https-example-org-a-u-npy-std.csv"],
  [["../..", ""], "chart.csv"],
  [["维基", "std"], "维基-std.csv"],
])("a file of %j is named %s", (parts, name) => {
  expect(fileName(parts, "csv")).toBe(name);
});
