import { expect, test } from "vitest";
import { LANGUAGES as INTERFACE } from "../../i18n";
import { readLink, writeLink } from "../../state";
import { FIGURES } from "./figures";
import { lossesOf } from "./figures/of-space";
import { LANGUAGES, loadStory, piecesOf, type Stop } from "./story";

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

test("the languages tell of the same stops by the same figures and sources", () => {
  const figuresOf = (paragraphs: readonly string[]) =>
    paragraphs.map((text) =>
      piecesOf(text)
        .flatMap((piece) => ("figure" in piece ? [piece.figure] : []))
        .sort(),
    );
  const factsOf = ({ id, link, play, text, published, sources = [] }: Stop) => ({
    id,
    link,
    play,
    figures: figuresOf(text),
    tellsOfOthers: published !== undefined,
    sources: sources.map(({ url }) => url),
  });
  expect(LANGUAGES).toEqual(Object.keys(INTERFACE));
  for (const { stops } of stories) expect(stops.map(factsOf)).toEqual(stories[0].stops.map(factsOf));
});

test("what others have published is the same number in every language", () => {
  const numbersOf = ({ published = "" }: Stop) => published.match(/\d[\d,.]*\d/g)?.sort() ?? [];
  for (const { stops } of stories) expect(stops.map(numbersOf)).toEqual(stories[0].stops.map(numbersOf));
});

test("the story in Chinese is as short: at most 260 characters a stop", () => {
  const { stops } = stories[LANGUAGES.indexOf("zh")];
  for (const { id, text } of stops)
    expect([...text.join("").replaceAll(/\{[\w.]+\}/g, "")].length, id).toBeLessThan(260);
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
