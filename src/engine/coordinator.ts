import {
  type ColumnType,
  Covariance,
  crossOfScores,
  LEAST,
  leadingSpectrum,
  loadKernels,
  type Neighbours,
  type Projection,
  principalAxes,
  procrustes,
  turned,
} from "../numeric";
import { breathe } from "./breathe";
import { Climb } from "./climb";
import { type Axes, type Frame, frameOf, type Mode, type Solved } from "./frame";
import { gainOf } from "./gain";
import { gatherColumns } from "./gather-columns";
import { gatherNeighbours, type SearchOptions } from "./gather-neighbours";
import { gatherVectors } from "./gather-vectors";
import { type PrefixFigures, prefixFigures } from "./prefix-figures";
import { principalColumns } from "./principal-columns";
import type { Answer, Ask, Build, ColumnBlock, Question, ShardLink, WholeColumns } from "./protocol";
import { type Refill, ShardSet } from "./shard-set";
import { type AskAll, UnitOperator } from "./unit-operator";

/** Which frame is asked for. */
export interface FrameWish {
  k: number;
  axes?: Axes | undefined;
  mode?: Mode | undefined;
}

/** What the covariance grows by: parts that add up, what was subtracted, and what makes a covariance of the sum. */
interface Grown {
  parts: Promise<Float32Array[]>;
  means: Float64Array;
  factor: number | undefined;
}

/**
 * Asks all shards the same question and adds up their answers; holds the covariance and the keyframe ladder. A frame
 * depends on the space and on the wish alone: it starts from the rung below, never from the frame shown before.
 */
export class Coordinator {
  readonly #shards: ShardSet;
  readonly #covariance: Covariance;
  readonly #climb: Climb;
  #gain: number | null = null;
  // Columns that have been handed in, and what those behind the newest of them wait for.
  #appended = 0;
  #asked: Promise<unknown> = Promise.resolve();
  #growing: Promise<void> = Promise.resolve();

  private constructor(shards: ShardSet, covariance: Covariance) {
    this.#shards = shards;
    this.#covariance = covariance;
    this.#climb = new Climb(covariance);
  }

  /**
   * Starts the shards and deals the rows out to them, as evenly as they go.
   *
   * @param start starts one shard
   * @param space its shape, and how many shards it is dealt to
   * @param refill how to fill a shard anew that was lost; without it a loss is an error
   * @throws RangeError when a shard has no room for its rows
   */
  static async open(
    start: () => ShardLink,
    space: { rows: number; dims: number; type: ColumnType; shards: number },
    refill: Refill | null = null,
  ): Promise<Coordinator> {
    const shards = await ShardSet.open(start, space.shards, space, refill);
    return new Coordinator(shards, new Covariance(await loadKernels(), space.rows, space.dims));
  }

  /** Points of the space. */
  get rows(): number {
    return this.#covariance.rows;
  }

  /** Dimensions of the space, arrived or not. */
  get dims(): number {
    return this.#covariance.dims;
  }

  /** Which build of the kernels the shards run. */
  get build(): Build {
    return this.#shards.build;
  }

  /** How many shards share the rows. */
  get shards(): number {
    return this.#shards.count;
  }

  /** How many leading columns a frame can be asked for. */
  get columns(): number {
    return this.#covariance.columns;
  }

  /** Standard deviation of the dims from … to. */
  std(from: number, to: number): Float32Array {
    const gain = this.#gain ?? 1;
    return this.#covariance.std(from, to).map((value) => value / gain);
  }

  /** What every prefix up to `columns` holds. */
  prefixFigures(): PrefixFigures {
    return prefixFigures(this.#covariance, this.#gain ?? 1);
  }

  /** ‖x[:k]‖² of every row. */
  async squaredNorms(k: number): Promise<Float64Array> {
    const parts = await this.#askAll("squaredNorms", { k });
    const all = new Float64Array(this.rows);
    let at = 0;
    for (const { squares } of parts) {
      all.set(squares, at);
      at += squares.length;
    }
    const square = (this.#gain ?? 1) ** 2;
    return square === 1 ? all : all.map((value) => value / square);
  }

  /** Forgets the ladder: the next frame is computed from cold. */
  forget(): void {
    this.#climb.forget();
  }

  /** Ends the shards. */
  close(): void {
    this.#shards.close();
  }

  /**
   * Takes the next columns and grows the covariance by them. The next block may be handed in before this one is done:
   * the shards then never wait while the coordinator adds up.
   */
  async append(block: ColumnBlock): Promise<void> {
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

  /**
   * The exact PCA of the first k dims.
   *
   * @param signal stops the work between two products, by throwing its reason; whoever gives one has time, and lets
   *   others go first
   * @throws RangeError when k is below 4 (or d) or above `columns`
   */
  async frame(wish: FrameWish, signal?: AbortSignal): Promise<Frame> {
    const solved = await this.solve(wish, signal);
    signal?.throwIfAborted();
    const [frame] = await this.frames([solved]);
    return frame;
  }

  /** The first half of `frame`: everything but the scores. */
  async solve({ k, axes = "aligned", mode = "raw" }: FrameWish, signal?: AbortSignal): Promise<Solved> {
    const { dims } = this.#covariance;
    const least = Math.min(LEAST, dims);
    if (!Number.isInteger(k) || k < least || k > this.columns) {
      throw new RangeError(`Asked for ${k} dims; a frame takes ${least} to ${this.columns}.`);
    }
    const solved = await (mode === "raw" ? this.#solveRaw(k, axes, signal) : this.#solveUnit(k, axes, signal));
    return { ...solved, k, axes, mode };
  }

  /** The second half of `frame`, for some at a time: the shards read their rows once for all of them. */
  async frames(solved: Solved[]): Promise<Frame[]> {
    const scores = await this.#project(solved.map(({ projection }) => projection));
    return solved.map((one, i) => frameOf(one, scores[i], one.mode === "raw" ? (this.#gain ?? 1) : 1));
  }

  /**
   * The nearest points of some points at each of a series of prefixes, by cosine, over all shards.
   *
   * @param own the rows that are asked for
   * @param prefixes rising
   * @param count neighbours of each
   */
  neighbours(own: Int32Array, prefixes: number[], count: number, options?: SearchOptions): Promise<Neighbours> {
    return gatherNeighbours(this.#shards, own, prefixes, count, options);
  }

  /** The vectors of some rows, up to a factor they have in common: rows × d, row-major, not centred. */
  vectors(rows: Int32Array): Promise<Float32Array> {
    return gatherVectors(this.#shards, rows);
  }

  /** The columns from … to as the source gave them, bit for bit. */
  columnBlock(from: number, to: number): Promise<ColumnBlock> {
    return gatherColumns(this.#shards, from, to, this.#gain ?? 1);
  }

  /** As `principalColumns`, of all rows. */
  principalColumns(count: number, pause?: () => Promise<void>): Promise<Float32Array> {
    return principalColumns(this.#covariance, (projections) => this.#project(projections), count, pause);
  }

  // A block is multiplied with all columns before it: what it asks may not overtake what centres those.
  async #multiply(from: number, to: number, block: ColumnBlock): Promise<Grown> {
    const before = this.#asked;
    const means = this.#shards.append(from, block, this.#gain ?? 1);
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
    const gain = this.#gain ?? 1;
    const means = whole.means.map((mean) => mean * gain);
    await this.#shards.append(from, block, gain, means);
    return { parts: Promise.resolve([whole.covariance]), means, factor: gain * gain };
  }

  async #solveRaw(k: number, axes: Axes, signal?: AbortSignal) {
    const rung = await this.#climb.solve(k, signal);
    const chosen = axes === "aligned" ? rung.aligned : rung.axes;
    return { spectrum: rung.spectrum, total: this.#covariance.total(k), projection: { k, axes: chosen, unit: null } };
  }

  // Unit mode starts from the raw answer for the same k and is turned towards the raw frame, which itself follows the
  // ladder: switching between the two then moves the points no more than it must.
  async #solveUnit(k: number, axes: Axes, signal?: AbortSignal) {
    const raw = await this.#climb.solve(k, signal);
    const askAll: AskAll = async (ask, question) => {
      if (signal) await breathe();
      signal?.throwIfAborted();
      return this.#askAll(ask, question);
    };
    const operator = await UnitOperator.of(askAll, this.#covariance, k);
    const spectrum = await leadingSpectrum(operator, raw.spectrum, signal);
    let chosen = principalAxes(spectrum);
    if (axes === "aligned") {
      signal?.throwIfAborted();
      const [scores, towards] = await this.#project([
        { k, axes: chosen, unit: operator.vectors(chosen, 3) },
        { k, axes: raw.aligned, unit: null },
      ]);
      chosen = turned(chosen, procrustes(crossOfScores(scores, towards)));
    }
    const projection = { k, axes: chosen, unit: operator.vectors(chosen, 3) };
    return { spectrum, total: operator.total, projection };
  }

  // Of each projection the scores of all rows, n × 3.
  async #project(projections: Projection[]): Promise<Float32Array[]> {
    const parts = await this.#askAll("project", { projections });
    return projections.map((_, p) => {
      const all = new Float32Array(this.#covariance.rows * 3);
      let at = 0;
      for (const { scores } of parts) {
        const length = scores.length / projections.length;
        all.set(scores.subarray(p * length, (p + 1) * length), at);
        at += length;
      }
      return all;
    });
  }

  #askAll<A extends Ask>(ask: A, question: Question<A>): Promise<Answer<A>[]> {
    return this.#shards.askAll(ask, question);
  }
}
