/** How many series a chart can tell apart, by colour and by dash. */
export const TONES = 6;

const DASHES = ["none", "6 3", "2 3", "9 3 2 3", "4 2", "1 4"];

/** The colour of a series, a custom property of charts.css. */
export function toneOf(index: number): string {
  return `var(--series-${(index % TONES) + 1})`;
}

/** The dash of a series: what tells it from the others without colour. */
export function dashOf(index: number): string {
  return DASHES[index % TONES];
}
