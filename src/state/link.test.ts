import fc from "fast-check";
import { expect, test } from "vitest";
import { textOf } from "../i18n/said";
import { readLink, writeLink } from "./link";
import type { LinkState } from "./link-state";

const focusFirst = ([first, ...rest]: number[]) => [first, ...rest.sort((a, b) => a - b)];
const rows = (most: number) => fc.uniqueArray(fc.nat(9_999), { minLength: 1, maxLength: most });
const place = fc.integer({ min: -99_999, max: 99_999 }).map((n) => n / 1e4);

/** Any view that a link can tell, everything set or little. */
const view: fc.Arbitrary<LinkState> = fc.record(
  {
    data: fc.oneof(fc.stringMatching(/^[\w.-]+$/), fc.webUrl({ withQueryParameters: true })),
    k: fc.integer({ min: 4, max: 100_000 }),
    mode: fc.constantFrom("raw", "unit"),
    axes: fc.constantFrom("aligned", "pc"),
    scale: fc.constantFrom("log", "linear"),
    size: fc.constantFrom("same", "true"),
    color: fc.string({ minLength: 1 }),
    mute: fc.uniqueArray(fc.oneof(fc.string({ minLength: 1 }), fc.constantFrom("a,b", "50%", "%2C", "植物")), {
      minLength: 1,
    }),
    sel: rows(400).map(focusFirst),
    isolate: rows(400).map((some) => some.sort((a, b) => a - b)),
    q: fc.string({ minLength: 1 }),
    panel: fc.constantFrom("none", "points", "table", "space", "retrieval", "compare"),
    compare: fc.stringMatching(/^[\w.-]+$/),
    cam: fc
      .tuple(place, place, place, place, place, place)
      .filter(([a, b, c, d, e, f]) => Math.hypot(a - d, b - e, c - f) > 1e-2)
      .map((numbers) => numbers.map((n) => n + 0)),
    ghost: fc.record({
      k: fc.integer({ min: 4, max: 100_000 }),
      mode: fc.constantFrom("raw", "unit"),
      axes: fc.constantFrom("aligned", "pc"),
    }),
    trails: fc.boolean(),
    play: fc
      .record({
        speed: fc.constantFrom(0.25, 0.5, 1, 2, 4),
        direction: fc.constantFrom("up" as const, "down" as const),
        loop: fc.boolean(),
        from: fc.integer({ min: 4, max: 3_000 }),
        to: fc.option(fc.integer({ min: 3_001, max: 100_000 })),
      })
      // The usual way is not written: nothing is read of it.
      .filter(({ speed, direction, loop, from }) => speed !== 1 || direction === "down" || loop || from > 4),
    story: fc.nat(99),
    theme: fc.constantFrom("dark", "light"),
    lang: fc.constantFrom("en", "zh"),
    embed: fc.constant(true),
  },
  { requiredKeys: [] },
);

test("any view is read as it was written", () => {
  fc.assert(
    fc.property(view, (state) => {
      expect(readLink(writeLink(state))).toEqual({ state, notices: [] });
    }),
    { numRuns: 400 },
  );
});

test("points that are selected and alone are told once", () => {
  const rows = [9, 2, 4, 7];
  expect(writeLink({ sel: rows, isolate: [2, 4, 7, 9] })).toBe("#sel=9,2,4,7&isolate=sel");
  expect(readLink("#sel=9,2,4,7&isolate=sel").state).toEqual({ sel: rows, isolate: [2, 4, 7, 9] });
  expect(readLink("#isolate=sel").notices).toHaveLength(1);
});

test("what is new in a view stands in the link as people write it", () => {
  const ghost = { k: 64, mode: "unit", axes: "aligned" } as const;
  const play = { speed: 2, direction: "down", loop: true, from: 64, to: 1024 } as const;
  expect(writeLink({ mute: ["animal", "a,b"], ghost, trails: true, play })).toBe(
    "#mute=animal,a%252Cb&ghost=64,unit&trails=on&play=2x,down,loop,64-1024",
  );
  expect(writeLink({ data: "https://example.org/a/vectors.npy", k: 8 })).toBe(
    "#data=https://example.org/a/vectors.npy&k=8",
  );
});

test("the link of the design is written as it stands there", () => {
  expect(writeLink({ data: "wordnet-mrl-3072", k: 512 })).toBe("#data=wordnet-mrl-3072&k=512");
  expect(writeLink({ axes: "pc", mode: "unit", k: 64 })).toBe("#k=64&mode=unit&axes=pc");
  expect(writeLink({ sel: [12, 3, 4, 5], q: "snow leopard", panel: "points" })).toBe(
    "#sel=12,3-5&q=snow+leopard&panel=points",
  );
  expect(writeLink({ sel: [], q: "" })).toBe("");
  expect(writeLink({})).toBe("");
});

test.each([
  "k=3",
  "k=-5",
  "k=ten",
  "k=5.5",
  "data=../secret",
  "mode=cosine",
  "axes=sideways",
  "scale=square",
  "size=huge",
  "cam=1,2,3",
  "colour=x",
  "sel=oak",
  "sel=5-2",
  "sel=.AA",
  "isolate=oak",
  "isolate=sel",
  "mute=,",
  "ghost=3",
  "ghost=64,cosine",
  "trails=maybe",
  "play=0x",
  "play=down,up",
  "play=64-8",
  "panel=attic",
  "story=end",
  "lang=xx",
  "embed=yes",
])("%s is left out with a notice, and the rest is read", (part) => {
  const { state, notices } = readLink(`#theme=light&${part}`);
  expect(state).toEqual({ theme: "light" });
  expect(notices).toHaveLength(1);
  expect(textOf(notices[0])).toContain(part.split("=")[0]);
});

test.each(["sel=.", "ghost=", "play=", "mute=", "isolate=."])("any text after %s is read without an error", (begin) => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(() => readLink(`#${begin}${text}`)).not.toThrow();
    }),
  );
});

test("any text at all is read without an error", () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(() => readLink(text)).not.toThrow();
    }),
  );
});
