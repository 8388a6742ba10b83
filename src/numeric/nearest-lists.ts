/** Lists of the nearest rows; −1 where there are fewer than asked for. */
export interface NearestLists {
  /** lists × count row ids, nearest first. */
  ids: Int32Array;
  /** Their cosines. */
  cosines: Float32Array;
}

/**
 * The best of several parts' answers to the same question: the lists, each sorted, merged; of equal cosines the lower
 * id is the nearer.
 */
export function mergedLists(parts: NearestLists[], lists: number, count: number): NearestLists {
  if (parts.length === 1) return parts[0];
  const ids = new Int32Array(lists * count).fill(-1);
  const cosines = new Float32Array(lists * count);
  const heads = new Int32Array(parts.length);
  for (let list = 0; list < lists; list++) {
    const end = (list + 1) * count;
    heads.fill(list * count);
    for (let to = list * count; to < end; to++) {
      let nearest = -1;
      for (let part = 0; part < parts.length; part++) {
        const at = heads[part];
        if (at >= end || parts[part].ids[at] < 0) continue;
        if (nearest < 0 || isBefore(parts[part], at, parts[nearest], heads[nearest])) nearest = part;
      }
      if (nearest < 0) break;
      const from = heads[nearest]++;
      ids[to] = parts[nearest].ids[from];
      cosines[to] = parts[nearest].cosines[from];
    }
  }
  return { ids, cosines };
}

function isBefore(a: NearestLists, i: number, b: NearestLists, j: number): boolean {
  return a.cosines[i] > b.cosines[j] || (a.cosines[i] === b.cosines[j] && a.ids[i] < b.ids[j]);
}
