import type { Covariance } from "../numeric";
import { gainOf } from "./gain";
import type { ColumnBlock, WholeColumns } from "./protocol";
import type { ShardSet } from "./shard-set";

/** What the covariance grows by: parts that add up, what was subtracted, and what makes a covariance of the sum. */
interface Grown {
  parts: Promise<Float32Array[]>;
  means: Float64Array;
  factor: number | undefined;
}

/** Hands the columns of a space to its shards as they arrive, and grows the covariance by what the shards answer. */
export class Growth {
  readonly #shards: ShardSet;
  readonly #covariance: Covariance;
  #gain: number | null = null;
  // Columns that have been handed in, and what those behind the newest of them wait for.
  #appended = 0;
  #asked: Promise<unknown> = Promise.resolve();
  #growing: Promise<void> = Promise.resolve();

  constructor(shards: ShardSet, covariance: Covariance) {
    this.#shards = shards;
    this.#covariance = covariance;
  }

  /** By what the shards and the covariance hold the values multiplied: a power of two, see `gainOf`. */
  get gain(): number {
    return this.#gain ?? 1;
  }

  /**
   * Takes the next columns and grows the covariance by them. The next block may be handed in before this one is done:
   * the shards then never wait while the covariance adds up.
   */
  append(block: ColumnBlock): Promise<void> {
    const { rows } = this.#covariance;
    const from = this.#appended;
    const to = from + block.values.length / rows;
    this.#appended = to;
    this.#gain ??= gainOf(block, rows);
    const before = this.#growing;
    const known = block.whole ? this.#take(from, block, block.whole) : this.#multiply(from, to, block);
    const growing = known.then(async ({ parts, means, factor }) => {
      await before;
      this.#covariance.extend(to, await parts, means, factor);
    });
    // A failure is told to whoever waits for this block; the blocks behind it fail with it.
    growing.catch(() => {});
    this.#growing = growing;
    return growing;
  }

  // A block is multiplied with all columns before it: what it asks may not overtake what centres those.
  async #multiply(from: number, to: number, block: ColumnBlock): Promise<Grown> {
    const before = this.#asked;
    const means = this.#shards.append(from, block, this.gain);
    const asked = Promise.all([means, before]).then(([means]) => {
      const answers = this.#shards.askAll("gram", { from, to, means });
      const parts = answers.then((all) => all.map(({ block }) => block));
      parts.catch(() => {});
      return { parts, means, factor: undefined };
    });
    this.#asked = asked;
    return asked;
  }

  // Of a sample the shards hold the rows alone: the covariance is that of the whole it was drawn from.
  async #take(from: number, block: ColumnBlock, whole: WholeColumns): Promise<Grown> {
    const means = whole.means.map((mean) => mean * this.gain);
    await this.#shards.append(from, block, this.gain, means);
    return { parts: Promise.resolve([whole.covariance]), means, factor: this.gain ** 2 };
  }
}
