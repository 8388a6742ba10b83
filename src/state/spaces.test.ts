import { expect, test } from "vitest";
import type { Plan } from "../sources";
import { isOwn, nameSpace, ownSource, rememberSpace } from "./spaces";

const files = { kind: "files", files: [{ file: new File(["a,1"], "teams.csv"), path: "" }] } as const;
const plan: Plan = {
  title: "teams",
  table: 0,
  vector: "v",
  titles: null,
  texts: null,
  images: null,
  colors: [],
  rows: null,
  seed: 1,
  draw: "rows",
  type: "f4",
};

test("what lies at an address and is opened as proposed is named by its address, which a link carries", () => {
  const name = (input: Parameters<typeof nameSpace>[0], changed: Plan | null = null) =>
    nameSpace(input, changed, "teams", null);
  expect(name({ kind: "url", url: "https://example.org/a.npy" })).toBe("https://example.org/a.npy");
  expect(name({ kind: "hub", dataset: "owner/name" })).toBe("https://huggingface.co/datasets/owner/name");
  // What an address does not tell stays on this machine.
  expect(name({ kind: "url", url: "https://example.org/a.npy" }, plan)).toBe("local:teams");
  expect(name({ kind: "url", url: "https://example.org/a.bin", dims: 64 })).toBe("local:teams");
  expect(name({ kind: "hub", dataset: "owner/name", config: "de", split: "test" })).toBe("local:teams");
  expect(isOwn(name({ ...files, files: [...files.files] }))).toBe(true);
});

test("what a space of this machine was made of is known as long as the page lives", () => {
  rememberSpace("local:teams", { kind: "input", input: { ...files, files: [...files.files] }, plan, keep: null });
  expect(ownSource("local:teams")).toMatchObject({ plan: { title: "teams" } });
  expect(ownSource("local:others")).toBeNull();
  expect(ownSource("kept:teams")).toMatchObject({ input: { kind: "kept", name: "teams" }, plan: null });
  expect(ownSource("wordnet-mrl-3072")).toBeNull();
});
