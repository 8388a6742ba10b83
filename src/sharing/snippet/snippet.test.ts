import { expect, test } from "vitest";
import { readLink } from "../../state/link";
import { embedLink, snippet } from "./snippet";

const LINK = {
  data: "wordnet-mrl-3072",
  k: 512,
  sel: [7, 3],
  panel: "points",
  q: "oak",
  story: 2,
  theme: "dark",
} as const;
const CHOICES = { width: 800, height: 500, theme: "light" } as const;
const APP = "https://scope.example/";

test("an embedded view is the one that is open, without what stands beside the cloud", () => {
  expect(readLink(embedLink(LINK, "light")).state).toEqual({
    data: "wordnet-mrl-3072",
    k: 512,
    sel: [7, 3],
    theme: "light",
    embed: true,
  });
  expect(readLink(embedLink(LINK, "system")).state).not.toHaveProperty("theme");
});

test("the iframe names its title, loads lazily, and its address survives as an attribute", () => {
  const html = snippet("iframe", APP, LINK, CHOICES, 'Prefixes "at" <512> & more');
  expect(html).toContain('title="Prefixes &quot;at&quot; &lt;512> &amp; more"');
  for (const part of ['loading="lazy"', "allowfullscreen", 'width="800"', 'height="500"']) expect(html).toContain(part);
  const src = /src="([^"]+)"/.exec(html)?.[1].replaceAll("&amp;", "&") as string;
  expect(src.startsWith(APP)).toBe(true);
  expect(readLink(new URL(src).hash)).toEqual({ state: expect.objectContaining({ k: 512, embed: true }), notices: [] });
});

test("the component and the element say the same by props and attributes, and nothing that is the default", () => {
  const react = snippet("react", APP, LINK, { ...CHOICES, width: null }, "A {cloud}");
  expect(react).toContain('  data="wordnet-mrl-3072"\n  k={512}\n  sel={[7,3]}\n  theme="light"\n');
  expect(react).toContain('title={"A {cloud}"}');
  expect(react).not.toMatch(/mode|panel|width/);
  const element = snippet("element", APP, LINK, { ...CHOICES, theme: "system" }, "A cloud");
  expect(element).toContain('  data="wordnet-mrl-3072"\n  k="512"\n  sel="7,3"\n  style="width: 800px; height: 500px');
  expect(element).not.toContain("theme");
});
