import { count } from "../../panels/figures";
import type { Facts } from "./facts";
import type { Furniture } from "./furnish";
import type { Inks } from "./inks";
import { type Font, fitted, type Item, type Measure } from "./page";
import { trackItems } from "./track";

/** What pages of links show: 1200 × 630. */
export const CARD = { width: 1200, height: 630 };
/** Letters of the names over the cloud: a card is shown at half its size. */
export const CARD_LABELS = 19;

const PAD = 64;
const BRAND: Font = { size: 22, weight: 600 };
const TITLE: Font = { size: 44, weight: 600 };
const NUMBER: Font = { size: 108, weight: 600 };
const BESIDE: Font = { size: 28, weight: 400 };
const SMALL: Font = { size: 21, weight: 400 };
const COLUMN = 456;

/** Sets the social card: name, k and what its axes hold at the left, the cloud at the right, the track below. */
export function furnishCard(facts: Facts, inks: Inks, measure: Measure): Furniture {
  const { width, height } = CARD;
  const text = (words: string, y: number, font: Font, fill: string): Item => ({
    kind: "text",
    text: fitted(words, font, COLUMN, measure),
    x: PAD,
    y,
    font,
    fill,
  });
  // A little smaller, where that spares a second line.
  const own = [TITLE.size, 40, 36]
    .map((size) => ({ ...TITLE, size }))
    .find((font) => measure(facts.title, font) <= COLUMN);
  const font = own ?? TITLE;
  const lines = wrapped(facts.title, font, COLUMN, 2, measure);
  const top = 156;
  const under = top + (lines.length - 1) * 54;
  const track = { x: PAD, y: 520, width: width - 2 * PAD, height: 62, figures: 0 };
  const items: Item[] = [
    text("Matryoscope", 84, BRAND, inks.quiet),
    ...lines.map((line, i) => text(line, top + i * 54, font, inks.text)),
    text(count(facts.k), under + 122, NUMBER, inks.lit),
    text(facts.ofDims, under + 166, BESIDE, inks.text),
    text(facts.variance, under + 204, SMALL, inks.quiet),
    ...trackItems(facts, track, inks),
  ];
  return {
    items,
    covers: [
      { left: 0, top: 0, width: PAD + COLUMN, height },
      { left: 0, top: track.y - 8, width, height: height - track.y },
    ],
    bottom: track.y - 10,
    insets: { top: 20, left: PAD + COLUMN, right: 20, bottom: height - track.y + 4 },
  };
}

/** A text in lines of a width, at most so many; the last is cut with an ellipsis. */
export function wrapped(text: string, font: Font, width: number, most: number, measure: Measure): string[] {
  const lines: string[] = [];
  // After a space, and around any letter of a writing that has none.
  let words: string[] = text.match(/[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]|\S+?(?=[\p{sc=Han}]|\s|$)\s*/gu) ?? [];
  while (words.length > 0 && lines.length < most - 1) {
    let taken = 1;
    while (
      taken < words.length &&
      measure(
        words
          .slice(0, taken + 1)
          .join("")
          .trimEnd(),
        font,
      ) <= width
    )
      taken++;
    lines.push(words.slice(0, taken).join("").trim());
    words = words.slice(taken);
  }
  if (words.length > 0) lines.push(fitted(words.join("").trim(), font, width, measure));
  return lines;
}
