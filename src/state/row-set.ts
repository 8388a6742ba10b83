/** Rows without doubles, rising: the form in which a selection is kept. */
export type RowSet = readonly number[];

/** Puts rows in any order into that form. */
export function rowSet(rows: Iterable<number>): RowSet {
  return [...new Set(rows)].sort((a, b) => a - b);
}

/** The rows of either. */
export function union(a: RowSet, b: RowSet): RowSet {
  return rowSet([...a, ...b]);
}

/** The rows of the first that the second has not. */
export function without(a: RowSet, b: RowSet): RowSet {
  const taken = new Set(b);
  return a.filter((row) => !taken.has(row));
}

/** Whether a row is in it, by halving. */
export function hasRow(rows: RowSet, row: number): boolean {
  let [from, to] = [0, rows.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if (rows[middle] < row) from = middle + 1;
    else to = middle;
  }
  return rows[from] === row;
}

/** Whether two lists hold the same in the same order. */
export function sameList<T>(a: readonly T[] | null, b: readonly T[] | null): boolean {
  if (a === b || !a || !b) return a === b;
  return a.length === b.length && a.every((one, i) => one === b[i]);
}
