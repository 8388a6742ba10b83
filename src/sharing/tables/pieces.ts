import type { Doing, ExportTable, Piece } from "./table";

const MOST_MS = 8;

/**
 * The pieces of a table, between which the page gets its turn: whoever writes one has at most a few milliseconds at a
 * time, so that the cloud goes on moving.
 *
 * @throws AbortError (as a rejection) when it is cancelled
 */
export async function* inTurns(table: ExportTable, { signal, progress }: Doing): AsyncGenerator<Piece> {
  let done = 0;
  let since = performance.now();
  signal.throwIfAborted();
  for await (const piece of table.pieces(signal)) {
    yield piece;
    signal.throwIfAborted();
    done += piece.rows;
    if (performance.now() - since < MOST_MS) continue;
    progress(table.rows > 0 ? Math.min(1, done / table.rows) : 1);
    await pageTurn();
    signal.throwIfAborted();
    since = performance.now();
  }
}

/** Lets the page do what waits for it. */
export function pageTurn(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}
