import fc from "fast-check";
import { expect, test } from "vitest";
import { readLink, writeLink } from "./link";

test("what is written is read again", () => {
  const link = fc.record(
    {
      data: fc.stringMatching(/^[\w.-]+$/),
      k: fc.integer({ min: 4, max: 100_000 }),
      mode: fc.constantFrom("raw" as const, "unit" as const),
      axes: fc.constantFrom("aligned" as const, "pc" as const),
      scale: fc.constantFrom("log" as const, "linear" as const),
      size: fc.constantFrom("same" as const, "true" as const),
      color: fc.string({ minLength: 1 }),
      sel: fc
        .uniqueArray(fc.nat(9_999), { minLength: 1 })
        .map(([first, ...rest]) => [first, ...rest.sort((a, b) => a - b)]),
      q: fc.string({ minLength: 1 }),
      panel: fc.constantFrom("none" as const, "points" as const, "table" as const),
      cam: fc.constantFrom([0, 0.5, 1, 0, 0, 0], [-0.25, 2, 3.0125, 1, -1, 0]),
      story: fc.nat(99),
      theme: fc.constantFrom("dark" as const, "light" as const),
    },
    { requiredKeys: [] },
  );
  fc.assert(
    fc.property(link, (state) => {
      expect(readLink(writeLink(state))).toEqual({ state, notices: [] });
    }),
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
  "panel=attic",
  "story=end",
])("%s is left out with a notice, and the rest is read", (part) => {
  const { state, notices } = readLink(`#theme=light&${part}`);
  expect(state).toEqual({ theme: "light" });
  expect(notices).toHaveLength(1);
  expect(notices[0]).toContain(part.split("=")[0]);
});

test("any text at all is read without an error", () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(() => readLink(text)).not.toThrow();
    }),
  );
});
