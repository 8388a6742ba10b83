import { Best, type Neighbours } from "../numeric";

/** The best of several shards' answers to the same question. */
export function mergeNeighbours(parts: Neighbours[], lists: number, count: number): Neighbours {
  if (parts.length === 1) return parts[0];
  const ids = new Int32Array(lists * count).fill(-1);
  const cosines = new Float32Array(lists * count);
  const best = new Best(count);
  for (let list = 0; list < lists; list++) {
    best.clear();
    for (const part of parts) {
      for (let i = list * count; i < (list + 1) * count && part.ids[i] >= 0; i++)
        best.offer(part.ids[i], part.cosines[i]);
    }
    ids.set(best.ids.subarray(0, best.count), list * count);
    cosines.set(best.scores.subarray(0, best.count), list * count);
  }
  return { ids, cosines };
}
