import { seeded } from "../numeric";
import { queryRows } from "./query-rows";

/** `count` different rows, seeded: the same ones each time, in every space of so many. */
export function sampleRows(rows: number, count: number): Int32Array {
  return queryRows(rows, { most: count });
}

/** 0 … count − 1 in a seeded random order (Fisher and Yates). */
export function shuffled(count: number, seed: number): Int32Array {
  const random = seeded(seed);
  const all = Int32Array.from({ length: count }, (_, i) => i);
  for (let i = 0; i < count; i++) {
    const j = i + Math.floor(random() * (count - i));
    [all[i], all[j]] = [all[j], all[i]];
  }
  return all;
}
