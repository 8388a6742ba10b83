import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { Rich } from "./react";

const parts = {
  b: (words: React.ReactNode) => <b>{words}</b>,
  name: () => <bdi>{"<b>mine</b>"}</bdi>,
};
const html = (sentence: string) => renderToStaticMarkup(<Rich parts={parts}>{sentence}</Rich>);

test("a sentence keeps its elements, in the order that its language puts them", () => {
  expect(html("Select <b>all</b> of <name/>.")).toBe("Select <b>all</b> of <bdi>&lt;b&gt;mine&lt;/b&gt;</bdi>.");
  expect(html("<name/>：<b>全选</b>")).toBe("<bdi>&lt;b&gt;mine&lt;/b&gt;</bdi>：<b>全选</b>");
});

test("what is no part of it stays text", () => {
  expect(html("a < b, <i>c</i>")).toBe("a &lt; b, &lt;i&gt;c&lt;/i&gt;");
});
