import { expect, test } from "vitest";
import { LINK_KEYS, readLink } from "./link";
import type { LinkState } from "./link-state";

const CAMERA = [0.7, 0.5, -0.25, 0.1, 0, 0];

/**
 * Links as versions of this page have written them, with the commit that did so first (or the release). They are in people's notes and
 * articles: a line is added to this table, and none is changed or taken away.
 */
const OLD: [since: string, link: string, says: LinkState][] = [
  ["f050af4", "#data=wordnet-mrl-3072&k=512", { data: "wordnet-mrl-3072", k: 512 }],
  ["f050af4", "#data=wordnet-mrl-3072&k=64&axes=pc", { data: "wordnet-mrl-3072", k: 64, axes: "pc" }],
  ["f050af4", "#k=64&axes=aligned", { k: 64, axes: "aligned" }],
  ["f050af4", "#color=category&theme=light", { color: "category", theme: "light" }],
  ["f050af4", "#color=year+of+birth&theme=dark", { color: "year of birth", theme: "dark" }],
  ["e61c316", "#data=wordnet-mrl-3072&k=64&mode=unit", { data: "wordnet-mrl-3072", k: 64, mode: "unit" }],
  ["a3aa86f", "#data=wordnet-mrl-3072&k=1536&scale=linear", { data: "wordnet-mrl-3072", k: 1536, scale: "linear" }],
  ["504e444", "#size=true&cam=0.7%2C0.5%2C-0.25%2C0.1%2C0%2C0", { size: "true", cam: CAMERA }],
  ["9dc9325", "#size=true&cam=0.7,0.5,-0.25,0.1,0,0", { size: "true", cam: CAMERA }],
  ["22e1c1a", "#sel=77%2C8-9%2C40000&q=oak&panel=points", { sel: [77, 8, 9, 40_000], q: "oak", panel: "points" }],
  ["9dc9325", "#sel=12,3-5&q=snow+leopard&panel=points", { sel: [12, 3, 4, 5], q: "snow leopard", panel: "points" }],
  ["22e1c1a", "#color=axis2&panel=table", { color: "axis2", panel: "table" }],
  ["22e1c1a", "#panel=space", { panel: "space" }],
  ["22e1c1a", "#panel=none&sel=", { panel: "none" }],
  [
    "9dc9325",
    "#sel=*BxQDAQMBAwEDAQMBAwEDAQMBAwEDAQMBAwEDAQMBAwEDAQMBAwEDAQMBAwEDAQMBAwEDAQMBAwEDAQMBAwEDAQMBAwEDAQM",
    { sel: [7, ...Array.from({ length: 70 }, (_, i) => 20 + i * 3 + (i % 2))] },
  ],
  [
    "6313d2d",
    "#data=wordnet-mrl-3072&k=1536&panel=compare&compare=wordnet-mrl-1536",
    { data: "wordnet-mrl-3072", k: 1536, panel: "compare", compare: "wordnet-mrl-1536" },
  ],
  ["6313d2d", "#panel=compare&compare=shuffled", { panel: "compare", compare: "shuffled" }],
  ["1447806", "#data=wordnet-mrl-3072&k=4&story=3", { data: "wordnet-mrl-3072", k: 4, story: 3 }],
  ["60bf012", "#data=local%3Ateams.csv&k=8", { data: "local:teams.csv", k: 8 }],
  ["60bf012", "#data=kept%3Amy+space", { data: "kept:my space" }],
  [
    "60bf012",
    "#data=https%3A%2F%2Fexample.org%2Fa%2Fb.parquet%3Fx%3D1%262&k=16&color=settles",
    { data: "https://example.org/a/b.parquet?x=1&2", k: 16, color: "settles" },
  ],
  ["0.2", "#data=https://example.org/a/b.npy&k=16", { data: "https://example.org/a/b.npy", k: 16 }],
  [
    "0.2",
    "#mute=animal,plant&sel=7,9&isolate=sel&trails=on",
    { mute: ["animal", "plant"], sel: [7, 9], isolate: [7, 9], trails: true },
  ],
  ["0.2", "#isolate=3-5", { isolate: [3, 4, 5] }],
  ["0.2", "#sel=.GA1As8Tq", { sel: [40, 3, 4, 5, 9] }],
  ["0.2", "#ghost=64,unit", { ghost: { k: 64, mode: "unit", axes: "aligned" } }],
  ["0.2", "#play=2x,down,loop,64-1024", { play: { speed: 2, direction: "down", loop: true, from: 64, to: 1024 } }],
  ["0.2", "#k=64&lang=zh", { k: 64, lang: "zh" }],
  ["0.2", "#k=64&theme=dark&embed=1", { k: 64, theme: "dark", embed: true }],
  ["0.2", "#play=8-", { play: { speed: 1, direction: "up", loop: false, from: 8, to: null } }],
];

test.each(OLD)("a link as of %s opens: %s", (_, link, says) => {
  const { state, notices } = readLink(link);
  expect(state).toEqual(says);
  // An empty selection was never written, and is told of; all else is read without a word.
  expect(notices).toHaveLength(link.includes("sel=&") || link.endsWith("sel=") ? 1 : 0);
});

test("every key that can be written is in the table", () => {
  const said = new Set(OLD.flatMap(([, , says]) => Object.keys(says)));
  expect(LINK_KEYS.filter((key) => !said.has(key))).toEqual([]);
});
