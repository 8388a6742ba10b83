import { seeded } from "../numeric";

/** Which points are taken as queries. */
export interface QueryWish {
  /** The rows to take them from; all by default. */
  among?: Int32Array | null | undefined;
  /** At most so many: a seeded sample of them, the same one each time. */
  most: number;
}

/** The rows that are taken as queries, rising. */
export function queryRows(rows: number, { among, most }: QueryWish): Int32Array {
  const random = seeded(7);
  const all = among ? among.slice() : Int32Array.from({ length: rows }, (_, row) => row);
  const taken = Math.min(all.length, most);
  for (let i = 0; i < taken; i++) {
    const j = i + Math.floor(random() * (all.length - i));
    [all[i], all[j]] = [all[j], all[i]];
  }
  return all.slice(0, taken);
}
