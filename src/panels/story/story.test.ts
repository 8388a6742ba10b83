import { expect, test } from "vitest";
import { readLink, writeLink } from "../../state";
import { FIGURES } from "./figures";
import { lossesOf } from "./figures/of-space";
import { LANGUAGES, loadStory, piecesOf } from "./story";

const stories = await Promise.all(LANGUAGES.map(loadStory));

test.each(stories)("the story in $language states only figures that can be read", ({ stops }) => {
  for (const { id, text, published = "" } of stops) {
    for (const piece of text.flatMap(piecesOf)) {
      if ("figure" in piece) expect(Object.keys(FIGURES), id).toContain(piece.figure);
      else expect(piece.text, id).not.toMatch(/[{}]/);
    }
    // What others have published is none of ours to compute.
    expect(published, id).not.toMatch(/[{}]/);
  }
});

test.each(stories)("every stop in $language is a link that can be", ({ stops }) => {
  for (const { id, link } of stops) {
    const { state, notices } = readLink(link);
    expect(notices, id).toEqual([]);
    expect(writeLink(state), id).toBe(link);
    expect(state, id).toHaveProperty("data");
    expect(state, id).toHaveProperty("k");
  }
});

test.each(stories)("the story in $language is short: eight to ten stops of at most ninety words", ({ stops }) => {
  expect(stops.length).toBeGreaterThanOrEqual(8);
  expect(stops.length).toBeLessThanOrEqual(10);
  expect(new Set(stops.map(({ id }) => id)).size).toBe(stops.length);
  for (const { id, text, published = "" } of stops) {
    expect([...text, published].join(" ").trim().split(/\s+/).length, id).toBeLessThanOrEqual(105);
    expect(text.join(" ").split(/\s+/).length, id).toBeLessThanOrEqual(90);
  }
});

test.each(stories)("what is said of others in $language has a source that one can open", ({ stops }) => {
  for (const { id, published, sources = [] } of stops) {
    if (published && /\d/.test(published)) expect(sources, id).not.toEqual([]);
    for (const { url } of sources) expect(new URL(url).protocol, id).toBe("https:");
  }
});

test("the languages tell of the same stops", () => {
  for (const { stops } of stories) {
    expect(stops.map(({ id, link, play }) => [id, link, play])).toEqual(
      stories[0].stops.map(({ id, link, play }) => [id, link, play]),
    );
  }
});

test("a paragraph is cut at its figures", () => {
  expect(piecesOf("At {k}, {std.1} of it.")).toEqual([
    { text: "At " },
    { figure: "k" },
    { text: ", " },
    { figure: "std.1" },
    { text: " of it." },
  ]);
});

test("the losses are read from what the manifest says of the model", () => {
  expect(lossesOf("static embedding; loss summed over the prefixes 512, 1024, 3072")).toEqual([512, 1024, 3072]);
  expect(() => lossesOf("one loss over all dims")).toThrow("does not say");
});
