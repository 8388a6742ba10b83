import { standardPrefixes } from "../standard-prefixes";
import type { Study } from "./study";

export interface FunnelStage {
  prefix: number;
  /** Nearest first. */
  rows: Int32Array;
  cosines: Float32Array;
}

/** The nearest points of one at every standard prefix, 8 → 16 → … → d. */
export const funnel: Study<{ row: number; count: number }, FunnelStage[]> = async (coordinator, { row, count }) => {
  const prefixes = standardPrefixes(coordinator.dims);
  const length = Math.min(count, coordinator.rows - 1);
  const { ids, cosines } = await coordinator.neighbours(Int32Array.of(row), prefixes, length);
  return prefixes.map((prefix, p) => ({
    prefix,
    rows: ids.slice(p * length, (p + 1) * length),
    cosines: cosines.slice(p * length, (p + 1) * length),
  }));
};
