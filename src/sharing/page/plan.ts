import type { Manifest, ValueType } from "../../state";

/** A page shall pass through mail and over slow lines: its bytes, at most. */
export const MOST_BYTES = 25_000_000;

const WIDTHS: Record<ValueType, number> = { f4: 4, f2: 2, i1: 1 };

/** What a try on some columns said: characters a value takes, those of the points, and bytes of the page around them. */
export interface Measured {
  perValue: number;
  points: number;
  around: number;
}

/** The types a space can be kept in: its own, and the narrower ones. */
export function typesFor({ dtype }: Pick<Manifest, "dtype">): ValueType[] {
  return (Object.keys(WIDTHS) as ValueType[]).filter((type) => WIDTHS[type] <= WIDTHS[dtype]);
}

/** About how many bytes the page will have. */
export function pageBytes({ perValue, points, around }: Measured, rows: number, dims: number): number {
  return Math.round(perValue * rows * dims + points + around);
}

/**
 * The most dims of so many rows that fit, of at most `dims`; few enough for the size to be surely below the limit. 0 where
 * not even four do.
 */
export function dimsThatFit({ perValue, points, around }: Measured, rows: number, dims: number): number {
  const room = Math.floor((MOST_BYTES * 0.985 - points - around) / (perValue * rows));
  if (room >= dims) return dims;
  // A round number, where it costs little.
  const fitting = room >= 128 ? room - (room % 64) : room;
  return fitting < 4 ? 0 : fitting;
}
