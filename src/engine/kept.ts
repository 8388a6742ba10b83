import { type Estimate, Tally } from "../numeric";

/**
 * Counts which of a query's nearest at all dims are among its nearest elsewhere: for each of some lengths of the list,
 * the share of the first so many at all dims that are within it.
 */
export class Kept {
  readonly #tallies: { within: number; of: number; tally: Tally }[];

  /** @param measures `of` at all dims that are `within` so many elsewhere: 10 within 10 is recall@10 */
  constructor(measures: { within: number; of: number }[]) {
    this.#tallies = measures.map((measure) => ({ ...measure, tally: new Tally() }));
  }

  /** One query: its list, and the place of a row in the list at all dims (−1 for none). */
  add(list: Int32Array, placeOf: Int32Array): void {
    for (const { within, of, tally } of this.#tallies) {
      let kept = 0;
      for (let i = 0; i < within && i < list.length; i++) {
        const place = list[i] < 0 ? -1 : placeOf[list[i]];
        if (place >= 0 && place < of) kept++;
      }
      tally.add(kept / of);
    }
  }

  /** In the order of the measures. */
  get estimates(): Estimate[] {
    return this.#tallies.map(({ tally }) => tally.estimate);
  }
}

/** The places of the rows of one list, to be looked up by row; used for one list after the other. */
export class Places {
  readonly of: Int32Array;
  #list: Int32Array = new Int32Array(0);

  constructor(rows: number) {
    this.of = new Int32Array(rows).fill(-1);
  }

  /** Takes another list; −1 in it stands for nothing. */
  take(list: Int32Array): void {
    for (const row of this.#list) if (row >= 0) this.of[row] = -1;
    for (let i = 0; i < list.length; i++) if (list[i] >= 0) this.of[list[i]] = i;
    this.#list = list;
  }
}
