import { expect, test } from "vitest";
import { readLink } from "../state/link";
import { absolute, besideLink, viewAddress } from "./address";

const PAGE = "https://example.org/articles/prefixes/";

test("the address of a view is a link that the app reads, with all that is wished for", () => {
  const state = { data: "wordnet-plain-1536", k: 64, mode: "unit", sel: [7, 3, 12], cam: [0, 0, 2, 0, 0, 0] } as const;
  const address = new URL(viewAddress("../scope/", { ...state, theme: "dark" }, PAGE));
  expect(address.origin + address.pathname).toBe("https://example.org/articles/scope/");
  expect(readLink(address.hash)).toEqual({ state: { ...state, theme: "dark", embed: true }, notices: [] });
});

test("what a link says by leaving it out is left out", () => {
  expect(new URL(viewAddress("/", { theme: "system", sel: [], q: "", color: undefined }, PAGE)).hash).toBe("#embed=1");
});

test("what a link writes in its own way is asked for when the view listens", () => {
  const state = { k: 64, mute: ["animal"], trails: true, isolate: undefined };
  expect(new URL(viewAddress("/", state, PAGE)).hash).toBe("#k=64&embed=1");
  expect(besideLink(state)).toEqual({ mute: ["animal"], trails: true });
  expect(besideLink({ k: 64 })).toBeNull();
});

test("an address of data is relative to the page, and a name is none", () => {
  expect(absolute({ data: "./space/" }, PAGE).data).toBe("https://example.org/articles/prefixes/space/");
  expect(absolute({ data: "/space/" }, PAGE).data).toBe("https://example.org/space/");
  expect(absolute({ data: "wordnet-mrl-3072" }, PAGE).data).toBe("wordnet-mrl-3072");
  expect(absolute({ k: 4 }, PAGE)).toEqual({ k: 4 });
});

test("an app that no page can open is told of, with what to do", () => {
  expect(() => viewAddress("file:///node_modules/matryoscope/app/index.html", {}, PAGE)).toThrow(/Vite plugin.*src/);
});
