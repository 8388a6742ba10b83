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
import { gatherColumns } from "./gather-columns";
import { gatherNeighbours, type SearchOptions } from "./gather-neighbours";
import { gatherScores } from "./gather-scores";
import { gatherSquaredNorms } from "./gather-squared-norms";
import { gatherVectors } from "./gather-vectors";
import { Growth } from "./growth";
import { type PrefixFigures, prefixFigures } from "./prefix-figures";
import { principalColumns } from "./principal-columns";
import type { Answer, Ask, Build, ColumnBlock, Question, ShardLink } from "./protocol";
import { type Refill, ShardSet } from "./shard-set";
import { type AskAll, UnitOperator } from "./unit-operator";

/** Which frame is asked for. */
export interface FrameWish {
  k: number;
  axes?: Axes | undefined;
  mode?: Mode | undefined;
}

/**
 * Asks all shards the same question and adds up their answers; holds the covariance and the keyframe ladder. A frame
 * depends on the space and on the wish alone: it starts from the rung below, never from the frame shown before.
 */
export class Coordinator {
  readonly #shards: ShardSet;
  readonly #covariance: Covariance;
  readonly #climb: Climb;
  readonly #growth: Growth;

  private constructor(shards: ShardSet, covariance: Covariance) {
    this.#shards = shards;
    this.#covariance = covariance;
    this.#climb = new Climb(covariance);
    this.#growth = new Growth(shards, covariance);
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
    const gain = this.#growth.gain;
    return this.#covariance.std(from, to).map((value) => value / gain);
  }

  /** What every prefix up to `columns` holds. */
  prefixFigures(): PrefixFigures {
    return prefixFigures(this.#covariance, this.#growth.gain);
  }

  /** ‖x[:k]‖² of every row. */
  async squaredNorms(k: number): Promise<Float64Array> {
    const all = await gatherSquaredNorms(this.#shards, this.rows, k);
    const square = this.#growth.gain ** 2;
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

  /** As `Growth.append`: the next columns. */
  append(block: ColumnBlock): Promise<void> {
    return this.#growth.append(block);
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
    return solved.map((one, i) => frameOf(one, scores[i], one.mode === "raw" ? this.#growth.gain : 1));
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
    return gatherColumns(this.#shards, from, to, this.#growth.gain);
  }

  /** As `principalColumns`, of all rows. */
  principalColumns(count: number, pause?: () => Promise<void>): Promise<Float32Array> {
    return principalColumns(this.#covariance, (projections) => this.#project(projections), count, pause);
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

  #project(projections: Projection[]): Promise<Float32Array[]> {
    return gatherScores(this.#shards, this.rows, projections);
  }

  #askAll<A extends Ask>(ask: A, question: Question<A>): Promise<Answer<A>[]> {
    return this.#shards.askAll(ask, question);
  }
}
