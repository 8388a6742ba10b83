import type { Column, Table } from "../table";
import { type Held, hold } from "./held";

/** A column that both tables have, by whose values rows are matched. */
export interface Key {
  /** Its name beside the vectors, and beside what is known of them. */
  own: string;
  theirs: string;
  /** Whether no value is there twice beside the vectors. */
  unique: boolean;
  /** How many of the vectors' rows have a row there. */
  found: number;
  of: number;
}

/** A value that is there twice where each should be once. */
export interface Twice {
  column: string;
  value: string;
  /** Counted from 0. */
  rows: [number, number];
}

const LIKELY = /^(.*[._])?(id|ids|_id|key|uuid|guid|pk|index|sku|doi|url|custom_id)$/i;
const MOST_COLUMNS = 6;

/** A value as keys are compared: 7, 7n and "7" are the same. Null has none. */
export function keyOf(value: unknown): string | null {
  return value === null || value === undefined || value === "" ? null : String(value);
}

/**
 * Columns that both have, the best to match by first, and the first value that is there twice in one that looks like a key.
 *
 * The table with the vectors is read once for them, without its vectors.
 */
export async function findKeys(
  vectors: Table,
  held: Held,
  signal?: AbortSignal,
): Promise<{ keys: Key[]; twice: Twice | null; shared: string[] }> {
  const shared = sharedColumns(vectors.columns, held.columns);
  let twice: Twice | null = null;
  const once = shared.filter(({ theirs }) => {
    const again = firstTwice(theirs, held.values.get(theirs) ?? []);
    if (again && LIKELY.test(theirs)) twice ??= again;
    return !again;
  });
  const names = shared.map(({ own }) => own);
  if (once.length === 0) return { keys: [], twice, shared: names };
  const read = await hold(
    vectors,
    signal,
    once.map(({ own }) => own),
  );
  const keys = once.map(({ own, theirs }): Key => {
    const there = new Set(held.values.get(theirs)!.map(keyOf));
    const values = read.values.get(own)!;
    const found = values.filter((value) => keyOf(value) !== null && there.has(keyOf(value))).length;
    return { own, theirs, unique: firstTwice(own, values) === null, found, of: read.rows };
  });
  const rank = (key: Key) => [key.unique ? 0 : 1, LIKELY.test(key.own) ? 0 : 1, -key.found];
  keys.sort(
    (a, b) =>
      rank(a)
        .map((value, i) => value - rank(b)[i])
        .find((value) => value !== 0) ?? 0,
  );
  return { keys: keys.filter(({ found, of }) => 2 * found >= Math.min(of, held.rows)), twice, shared: names };
}

function sharedColumns(own: readonly Column[], theirs: readonly Column[]): { own: string; theirs: string }[] {
  const isKey = ({ kind }: Column) => kind === "text" || kind === "number";
  return own
    .filter(isKey)
    .flatMap(({ name }) => {
      const other = theirs.find((column) => isKey(column) && column.name.toLowerCase() === name.toLowerCase());
      return other ? [{ own: name, theirs: other.name }] : [];
    })
    .slice(0, MOST_COLUMNS);
}

function firstTwice(column: string, values: readonly unknown[]): Twice | null {
  const seen = new Map<string, number>();
  for (const [row, value] of values.entries()) {
    const key = keyOf(value);
    if (key === null) continue;
    const before = seen.get(key);
    if (before !== undefined) return { column, value: key, rows: [before, row] };
    seen.set(key, row);
  }
  return null;
}
