import { expect, test } from "vitest";
import { SearchIndex, tokenize } from "./search-index";

const titles = ["snow leopard", "leopard", "leopard frog", "café", "snow", "oak"];
const texts = [
  "large feline of upland Asia",
  "large feline of forests",
  "a spotted frog",
  "a small restaurant",
  "frozen water",
  "a tree",
];
const index = new SearchIndex({
  rows: titles.length,
  titles,
  texts,
  columns: [
    {
      kind: "category",
      name: "category",
      labels: ["animal", "other"],
      counts: [3, 3],
      codes: Uint16Array.of(0, 0, 0, 1, 1, 1),
    },
    { kind: "text", name: "hypernyms", values: ["big cat", "big cat", "frog", "restaurant", "precipitation", "tree"] },
  ],
});
const find = (query: string) => [...index.find(query, 10).rows].map((row) => titles[row]);

test("the whole title stands first", () => {
  expect(find("leopard")[0]).toBe("leopard");
  expect(find("snow")[0]).toBe("snow");
});

test("words are found by their beginning, with a typo, without diacritics", () => {
  expect(find("leop")).toContain("snow leopard");
  expect(find("leopord")).toContain("leopard");
  expect(find("cafe")).toEqual(["café"]);
  expect(find("CAFÉ")).toEqual(["café"]);
});

test("text and labels are searched too, and every word counts", () => {
  expect(find("feline")).toEqual(expect.arrayContaining(["snow leopard", "leopard"]));
  expect(find("animal").length).toBe(3);
  expect(find("big cat snow")).toEqual(["snow leopard"]);
});

test("nothing is found for nothing, or for what is not there", () => {
  expect(find("  ")).toEqual([]);
  expect(find("zeppelin")).toEqual([]);
  expect(find("<script>")).toEqual([]);
});

test("the limit cuts the rows and not the count", () => {
  expect(index.find("leopard", 1)).toMatchObject({ rows: Int32Array.of(1), total: 3 });
});

test("Chinese is cut into words", () => {
  expect(tokenize("雪豹 is a cat").length).toBeGreaterThan(3);
});
