import { count } from "../../panels/figures";
import type { Facts } from "./facts";
import type { Inks } from "./inks";
import type { Block } from "./legend";
import { type Font, fitted, type Item, type Measure } from "./page";

const TITLE: Font = { size: 14, weight: 600 };
const NUMBER: Font = { size: 26, weight: 600 };
const BESIDE: Font = { size: 14, weight: 400 };
const SMALL: Font = { size: 11, weight: 400 };

/** What the picture is of, in two lines: name and source at the left, k and what its axes hold at the right. */
export function captionBar(facts: Facts, x: number, y: number, width: number, inks: Inks, measure: Measure): Block {
  const right = x + width;
  const ofDims = measure(facts.ofDims, BESIDE);
  const number = count(facts.k);
  const taken = Math.max(ofDims + 8 + measure(number, NUMBER), measure(facts.variance, SMALL));
  const room = width - taken - 32;
  const items: Item[] = [
    { kind: "text", text: fitted(facts.title, TITLE, room, measure), x, y: y + 20, font: TITLE, fill: inks.text },
    { kind: "text", text: facts.ofDims, x: right, y: y + 20, font: BESIDE, fill: inks.quiet, anchor: "end" },
    { kind: "text", text: number, x: right - ofDims - 8, y: y + 20, font: NUMBER, fill: inks.text, anchor: "end" },
    { kind: "text", text: facts.variance, x: right, y: y + 38, font: SMALL, fill: inks.quiet, anchor: "end" },
  ];
  const source = fitted(facts.source, SMALL, room, measure);
  if (source) items.push({ kind: "text", text: source, x, y: y + 38, font: SMALL, fill: inks.faint });
  return { items, width, height: 42 };
}

/** The same under each other, for a narrow picture. */
export function captionLines(facts: Facts, x: number, y: number, width: number, inks: Inks, measure: Measure): Block {
  const number = count(facts.k);
  const line = (text: string, at: number, font: Font, fill: string): Item => ({
    kind: "text",
    text: fitted(text, font, width, measure),
    x,
    y: y + at,
    font,
    fill,
  });
  const beside = measure(number, NUMBER) + 6;
  const items: Item[] = [
    line(facts.title, 14, TITLE, inks.text),
    line(number, 44, NUMBER, inks.text),
    { ...line(facts.ofDims, 44, BESIDE, inks.quiet), x: x + beside } as Item,
    line(facts.variance, 62, SMALL, inks.quiet),
  ];
  if (!facts.source) return { items, width, height: 66 };
  items.push(line(facts.source, 78, SMALL, inks.faint));
  return { items, width, height: 82 };
}
