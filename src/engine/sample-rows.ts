import { seeded } from "../numeric";

/** `count` different rows, seeded: the same ones each time. */
export function sampleRows(rows: number, count: number): Int32Array {
  return shuffled(rows, 7).slice(0, Math.min(rows, count));
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
