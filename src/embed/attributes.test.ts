import { afterEach, expect, test, vi } from "vitest";
import { stateOfAttributes } from "./attributes";

const of = (attributes: Record<string, string>) => stateOfAttributes((name) => attributes[name] ?? null);
afterEach(() => vi.restoreAllMocks());

test("attributes are read as the keys of a link", () => {
  expect(of({ data: "wordnet-mrl-1536", k: "64", sel: "3,4", cam: "0,0,2,0,0,0", theme: "dark" })).toEqual({
    data: "wordnet-mrl-1536",
    k: 64,
    sel: [3, 4],
    cam: [0, 0, 2, 0, 0, 0],
    theme: "dark",
  });
  expect(of({ sel: "" })).toEqual({ sel: [] });
});

test.each([{ k: "many" }, { k: "3" }, { mode: "cosine" }, { sel: "oak" }, { cam: "1,2" }])(
  "%o is left out with a word on the console",
  (attributes) => {
    const warn = vi.spyOn(console, "warn").mockImplementation(() => {});
    expect(of({ ...(attributes as unknown as Record<string, string>), color: "category" })).toEqual({
      color: "category",
    });
    expect(warn).toHaveBeenCalledOnce();
  },
);
