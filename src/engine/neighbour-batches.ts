import type { NeighbourQuestion, Neighbours } from "../numeric";
import type { Coordinator } from "./coordinator";
import type { Build } from "./protocol";

/** The nearest of some of the points that were asked for. */
export interface NeighbourBatch {
  own: Int32Array;
  /** Prefixes × own lists. */
  lists: Neighbours;
}

/** What others need to go first, and to know how far it is. */
export interface Pace {
  pause?: (() => Promise<void>) | undefined;
  progress?: ((share: number) => void) | undefined;
}

const PIECE_SECONDS = 0.012;
// Queries that share the packing of the rows; packing costs as much as this many more of them, rounding as many.
const BATCH = 32;
const PACKING = 14;
const ROUNDING = 40;
// Multiplications and additions a second, and what it takes to choose the nearest among as many rows.
const SPEEDS: Record<Build, number> = { relaxed: 12e9, plain: 9e9, scalar: 0.3e9 };
const CHOOSING_SECONDS = 3e-9;

/** In how many pieces the shards are asked about a batch, so that each takes about 12 ms on a core of 2 GHz. */
export function piecesOf(
  coordinator: Coordinator,
  prefixes: number[],
  precision: NeighbourQuestion["precision"],
): number {
  const { rows, shards, build } = coordinator;
  const isAnew = precision === "f16" || precision === "i8";
  const depth = isAnew ? prefixes.reduce((sum, prefix) => sum + prefix, 0) : prefixes.at(-1)!;
  const share = BATCH + PACKING + (precision === "f32" ? 0 : ROUNDING);
  const seconds = (share * depth) / SPEEDS[build] + BATCH * prefixes.length * CHOOSING_SECONDS;
  return Math.max(1, Math.ceil(((rows / shards) * seconds) / PIECE_SECONDS));
}

/**
 * The nearest points of many points at each prefix, some points at a time, in pieces of work that are short enough for a
 * frame to wait for.
 *
 * @param prefixes rising
 * @param count neighbours of each
 */
export async function* neighbourBatches(
  coordinator: Coordinator,
  own: Int32Array,
  prefixes: number[],
  count: number,
  pace: Pace,
  precision: NeighbourQuestion["precision"] = "f32",
): AsyncGenerator<NeighbourBatch> {
  const pieces = piecesOf(coordinator, prefixes, precision);
  const options = { precision, pieces, ...(pace.pause ? { pause: pace.pause } : {}) };
  for (let from = 0; from < own.length; from += BATCH) {
    const some = own.slice(from, from + BATCH);
    yield { own: some, lists: await coordinator.neighbours(some, prefixes, count, options) };
    pace.progress?.((from + some.length) / own.length);
    await pace.pause?.();
  }
}
