import { expect, test } from "vitest";
import { assemblePage } from "./assemble";
import { carriedView } from "./carried-view";
import { dimsThatFit, MOST_BYTES, pageBytes, typesFor } from "./plan";

const usual = { direction: "up", loop: false } as const;
const FRAME = '<html data-view="%VIEW%"><title>%TITLE%</title><s>%SPACE%</s><s>%POINTS%</s><script>app("%s")</script>';

test("a page holds what it is filled with, and a title in it is text", async () => {
  const parts = {
    view: "#k=8&q=a\"'",
    title: "</title><img onerror=x>%SPACE%",
    space: new Blob(["012"]),
    points: null,
  };
  const page = await assemblePage(FRAME, parts).text();
  expect(page).toBe(
    '<html data-view="#k=8&amp;q=a&quot;&#39;"><title>&lt;/title&gt;&lt;img onerror=x&gt;%SPACE%</title><s>012</s><s></s><script>app("%s")</script>',
  );
});

test("a page that lacks a place is refused", () => {
  const parts = { view: "", title: "", space: new Blob([]), points: null };
  expect(() => assemblePage("<title>%TITLE%</title>", parts)).toThrow("%VIEW%");
});

test("the view goes with the rows and dims that are carried, and leaves behind what would have to be fetched", () => {
  const view = { data: "wordnet-mrl-3072", k: 2000, sel: [7, 3, 9], compare: "wordnet-mrl-1536", story: 3, q: "cat" };
  expect(carriedView(view, Int32Array.of(3, 4, 7), 1024)).toBe("#k=1024&sel=2,0&q=cat");
  expect(carriedView(view, null, 3072)).toBe("#k=2000&sel=7,3,9&q=cat");
  expect(carriedView({ compare: "shuffled", sel: [1], isolate: [1] }, Int32Array.of(2), 64)).toBe("#compare=shuffled");
  expect(carriedView({ isolate: [4, 2] }, Int32Array.of(2, 3, 4), 64)).toBe("#isolate=2,0");
  const far = {
    ghost: { k: 128, mode: "raw", axes: "aligned" },
    play: { ...usual, speed: 2, from: 8, to: 500 },
  } as const;
  expect(carriedView(far, null, 64)).toBe("#play=2x,8-");
  expect(carriedView(far, null, 500)).toBe("#ghost=128&play=2x,8-");
});

test("what fits, fits, and one step more would not", () => {
  const measured = { perValue: 1.14, points: 600_000, around: 2_000_000 };
  const dims = dimsThatFit(measured, 10_000, 3072);
  expect(dims % 64).toBe(0);
  expect(pageBytes(measured, 10_000, dims)).toBeLessThan(MOST_BYTES);
  expect(pageBytes(measured, 10_000, dims + 128)).toBeGreaterThan(MOST_BYTES * 0.985);
  expect(dimsThatFit(measured, 100, 3072)).toBe(3072);
  expect(dimsThatFit(measured, 10_000_000, 3072)).toBe(0);
});

test("a space is kept in its own type or a narrower one", () => {
  expect(typesFor({ dtype: "f4" })).toEqual(["f4", "f2", "i1"]);
  expect(typesFor({ dtype: "i1" })).toEqual(["i1"]);
});
