/**
 * The best `size` of a stream of scored ids, best first; of equal scores the lower id is the better. A sorted list, as
 * `size` is small and most candidates are turned away by the first look.
 */
export class Best {
  readonly size: number;
  readonly ids: Int32Array;
  readonly scores: Float32Array;
  /** How many there are so far. */
  count = 0;

  constructor(size: number) {
    this.size = size;
    this.ids = new Int32Array(size);
    this.scores = new Float32Array(size);
  }

  /** The score that a candidate must reach to have a chance. */
  get least(): number {
    return this.count < this.size ? Number.NEGATIVE_INFINITY : this.scores[this.size - 1];
  }

  /** Empties the list. */
  clear(): void {
    this.count = 0;
  }

  /** Takes a candidate, if it is among the best. */
  offer(id: number, score: number): void {
    const { ids, scores, size } = this;
    let at = this.count;
    if (at === size) {
      if (score < scores[size - 1] || (score === scores[size - 1] && id > ids[size - 1])) return;
      at--;
    } else this.count++;
    for (; at > 0 && (score > scores[at - 1] || (score === scores[at - 1] && id < ids[at - 1])); at--) {
      scores[at] = scores[at - 1];
      ids[at] = ids[at - 1];
    }
    scores[at] = score;
    ids[at] = id;
  }
}
