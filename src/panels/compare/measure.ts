import { type Beside, CONTROLS, type Interval, study, studyBeside } from "../../state";
import type { Run } from "./use-measured";

/** Points that are asked for their neighbours, neighbours of each, and points that are held against each other. */
export const QUERIES = 400;
export const COUNT = 10;
export const ROWS = 1_000;
export const DRAWS = 5;
const DRAW_QUERIES = 200;

/** What is measured of two spaces at k. */
export interface Comparison {
  overlap: Interval;
  recall: Interval;
  otherRecall: Interval;
  difference: Interval;
  cka: Interval;
  cosine: Interval;
  /** Recall of fresh draws of k dims, where that is what is compared with. */
  draws: Interval | null;
}

// The other's nearest at all its dims do not change with k.
let whole: { space: string; list: Int32Array } | null = null;

/**
 * Asks the other space for what is to be known of it, and hands that to the open one, which puts it together.
 *
 * @param data the open space
 */
export async function measure(
  data: string,
  k: number,
  otherK: number,
  beside: Pick<Beside, "name" | "dims">,
  { signal, progress }: Run,
): Promise<Comparison> {
  const parts = beside.name === "random" ? 5 : 4;
  const isControl = CONTROLS.some(({ name }) => name === beside.name);
  const part = (index: number) => ({ signal, progress: (share: number) => progress((index + share) / parts) });
  const space = `${data} ${beside.name}`;
  const known = isControl || whole?.space === space;
  const prefixes = known || otherK === beside.dims ? [otherK] : [otherK, beside.dims];
  const lists = await studyBeside("nearest", { queries: QUERIES, prefixes, count: COUNT }, part(0));
  if (!known) whole = { space, list: lists[lists.length - 1] };
  const question = { k, queries: QUERIES, count: COUNT, other: lists[0] };
  const otherWhole = isControl ? null : (whole?.list ?? null);
  const { overlap, ...shares } = await study("agreement", { ...question, otherWhole }, part(1));
  const other = await studyBeside("vectors", { rows: ROWS, k: otherK }, part(2));
  const { cka, cosine } = await study("likeness", { k, rows: ROWS, other }, part(3));
  const random = beside.name === "random";
  const drawn = random
    ? await study("draws", { k: otherK, queries: DRAW_QUERIES, count: COUNT, draws: DRAWS }, part(4))
    : null;
  return { overlap, ...shares, cka, cosine, draws: drawn?.mean ?? null };
}
