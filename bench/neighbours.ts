import type { Coordinator } from "../src/engine";
import { standardPrefixes } from "../src/engine";
import type { Peer } from "./peer";
import type { Row } from "./targets";
import { pairs } from "./timing";

const QUERIES = 1000;

/** Neighbours of 1,000 points at every standard prefix, beside numpy's at all dims alone. */
export async function measureNeighbours(coordinator: Coordinator, peer: Peer | null): Promise<Row[]> {
  const { rows, dims } = coordinator;
  const own = Int32Array.from({ length: QUERIES }, (_, i) => i * Math.floor(rows / QUERIES));
  const prefixes = standardPrefixes(dims);
  const lines: Row[] = [];
  for (const count of [10, 100]) {
    const ask = peer ? () => peer.ask(`neighbours ${count} ${QUERIES}`) : null;
    const times = await pairs(() => coordinator.neighbours(own, prefixes, count), ask, 7);
    lines.push({
      what: `the nearest ${count} of ${QUERIES.toLocaleString("en")} points at 8, 16 … ${dims}`,
      peer: `numpy brute force at ${dims} alone`,
      target: "≤ 3 ×",
      cost: true,
      ...times,
    });
  }
  return lines;
}
