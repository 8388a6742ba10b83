import type { Said } from "../i18n/said";
import type { ColumnType, ColumnValues } from "../numeric";
import { ShardLost } from "./channel";
import type { Answer, Ask, Build, Question, ShardLink } from "./protocol";
import { NoRoom } from "./room";
import { dealRows, sliceRows } from "./rows";

/** What is needed to fill a shard anew. */
export interface Refill {
  /** The space's columns again, from the first on. */
  replay(): AsyncIterable<{ values: ColumnValues; scales: Float32Array | null }>;
  /** Told when a shard was lost and has been filled anew. */
  restarted?: ((why: Said) => void) | undefined;
}

const MOST_RESTARTS = 3;
const SLOWEST_FIRST: Build[] = ["scalar", "plain", "relaxed"];

/**
 * The shards of one space, each with its share of the rows. A shard that is lost is started again and filled from the
 * source, and the question that it died over is asked again.
 */
export class ShardSet {
  readonly rows: number;
  readonly dims: number;
  readonly #type: ColumnType;
  readonly #start: () => ShardLink;
  readonly #refill: Refill | null;
  readonly #dealt: number[];
  readonly #links: Promise<ShardLink>[];
  readonly #means: Float64Array;
  // How many columns each shard has taken: what it is filled with again.
  readonly #taken: number[];
  readonly #builds: Build[] = [];
  // About how many rows each shard has room for.
  readonly #room: number[] = [];
  #gain = 1;
  #restarts = 0;

  private constructor(
    start: () => ShardLink,
    count: number,
    space: { rows: number; dims: number; type: ColumnType },
    refill: Refill | null,
  ) {
    this.rows = space.rows;
    this.dims = space.dims;
    this.#type = space.type;
    this.#start = start;
    this.#refill = refill;
    this.#dealt = dealRows(space.rows, count);
    this.#means = new Float64Array(space.dims);
    this.#taken = this.#dealt.map(() => 0);
    this.#links = this.#dealt.map((_, i) => this.#open(i));
  }

  /**
   * @param start starts one shard
   * @param count how many
   * @throws RangeError when a shard has no room for its rows
   */
  static async open(
    start: () => ShardLink,
    count: number,
    space: { rows: number; dims: number; type: ColumnType },
    refill: Refill | null = null,
  ): Promise<ShardSet> {
    const set = new ShardSet(start, Math.max(1, Math.min(count, space.rows)), space, refill);
    await Promise.all(set.#links);
    set.#checkRoom();
    return set;
  }

  /** How many shards there are. */
  get count(): number {
    return this.#links.length;
  }

  /** The slowest build that a shard of these runs: all wait for it. */
  get build(): Build {
    return SLOWEST_FIRST.find((build) => this.#builds.includes(build)) ?? "plain";
  }

  /** Asks every shard the same question. */
  askAll<A extends Ask>(ask: A, question: Question<A>): Promise<Answer<A>[]> {
    return Promise.all(this.#links.map((_, i) => this.#ask(i, ask, () => question)));
  }

  /** Which rows each shard holds. */
  get shares(): { first: number; rows: number }[] {
    return this.#dealt.map((rows, i) => ({ first: this.#firstRow(i), rows }));
  }

  /** Asks every shard a question of its own, by its number. */
  askEach<A extends Ask>(ask: A, question: (shard: number) => Question<A>): Promise<Answer<A>[]> {
    return Promise.all(this.#links.map((_, i) => this.#ask(i, ask, () => question(i))));
  }

  /**
   * Deals the next columns out; answers the means over all shards.
   *
   * @param known what is subtracted in their place: the means of a whole that these rows are a sample of
   */
  async append(
    from: number,
    { values, scales }: { values: ColumnValues; scales: Float32Array | null },
    gain: number,
    known?: Float64Array,
  ): Promise<Float64Array> {
    this.#gain = gain;
    const count = values.length / this.rows;
    const parts = await Promise.all(
      this.#links.map(async (_, i) => {
        const answer = await this.#ask(i, "append", () => ({
          values: this.#share(values, i),
          scales,
          gain,
          means: known,
        }));
        this.#taken[i] = from + count;
        return answer;
      }),
    );
    const means = known ?? new Float64Array(count);
    if (!known) for (const { sums } of parts) for (let j = 0; j < means.length; j++) means[j] += sums[j] / this.rows;
    this.#means.set(means, from);
    return means;
  }

  /** Ends the shards. */
  close(): void {
    for (const link of this.#links) {
      link.then(
        (open) => open.close(),
        () => {},
      );
    }
  }

  #share(values: ColumnValues, i: number): ColumnValues {
    return sliceRows(values, this.rows, this.#firstRow(i), this.#dealt[i]);
  }

  #firstRow(i: number): number {
    return this.#dealt.slice(0, i).reduce((sum, rows) => sum + rows, 0);
  }

  #checkRoom(): void {
    if (this.#dealt.every((rows, i) => this.#room[i] >= rows)) return;
    this.close();
    throw new NoRoom(
      this.rows,
      this.dims,
      this.#room.reduce((sum, room) => sum + room, 0),
    );
  }

  async #open(i: number): Promise<ShardLink> {
    const link = this.#start();
    const question = { rows: this.#dealt[i], dims: this.dims, type: this.#type };
    const { build, room } = await link.ask("open", question);
    this.#builds[i] = build;
    this.#room[i] = room;
    return link;
  }

  async #ask<A extends Ask>(i: number, ask: A, question: () => Question<A>): Promise<Answer<A>> {
    const asked = this.#links[i];
    try {
      return await (await asked).ask(ask, question());
    } catch (error) {
      if (!(error instanceof ShardLost) || !this.#refill || this.#restarts >= MOST_RESTARTS) throw error;
      // Several questions may find the same shard gone: the first of them starts it again.
      if (this.#links[i] === asked) {
        this.#restarts++;
        this.#links[i] = this.#restart(i, this.#refill);
        this.#refill.restarted?.(error.words);
      }
      return this.#ask(i, ask, question);
    }
  }

  async #restart(i: number, { replay }: Refill): Promise<ShardLink> {
    const link = await this.#open(i);
    this.#checkRoom();
    const columns = this.#taken[i];
    let from = 0;
    if (columns === 0) return link;
    for await (const { values, scales } of replay()) {
      const count = Math.min(columns - from, values.length / this.rows);
      const means = this.#means.slice(from, from + count);
      const own = this.#share(values.subarray(0, count * this.rows), i);
      await link.ask("append", { values: own, scales: scales?.slice(0, count) ?? null, gain: this.#gain, means });
      from += count;
      if (from >= columns) break;
    }
    return link;
  }
}
