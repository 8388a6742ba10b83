import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { LINK_KEYS, readLink } from "../../src/state/link";
import { LINK_PAGE, linkPage } from "./link-page";
import { membersOf } from "./members";

const page = readFileSync(LINK_PAGE, "utf8");

test("the page on links is what `npm run docs` makes of the types", () => {
  expect(linkPage(page)).toBe(page);
});

test("every key of a link is told of, in the order in which they are written, and its example is read", () => {
  const keys = membersOf(readFileSync("src/state/link-state.ts", "utf8"), "LinkState");
  expect(keys.map(({ name }) => name).sort()).toEqual([...LINK_KEYS].sort());
  for (const { name, tags } of keys) {
    const { state, notices } = readLink(`#${tags.example}`);
    expect(notices, name).toEqual([]);
    expect(Object.keys(state)).toContain(name);
  }
});

test("a member without a comment is told of by name", () => {
  expect(() => membersOf("export interface A {\n  b: string;\n}\n", "A")).toThrow("A.b has no comment.");
  expect(membersOf("export interface A {\n  /** One.\n   * @values x */\n  b?: string;\n}\n", "A")).toEqual([
    { name: "b", type: "string", says: "One.", tags: { values: "x" } },
  ]);
});
