import {
  alignAxes,
  type ColumnType,
  Covariance,
  LEAST,
  leadingSpectrum,
  loadKernels,
  principalAxes,
  rungBelow,
  type Spectrum,
} from "../numeric";
import { breathe } from "./breathe";
import type { Axes, Frame } from "./frame";
import type { ShardLink } from "./protocol";

/** The next columns of a space: columns × rows values, column after column. */
export interface ColumnBlock {
  values: Float32Array | Int8Array;
  /** One scale per column, for int8 values. */
  scales: Float32Array | null;
}

interface Rung {
  spectrum: Spectrum;
  /** k × 3, turned towards the rung below. */
  aligned: Float32Array;
}

/**
 * Asks all shards the same question and adds up their answers; holds the covariance and the keyframe ladder. A frame
 * depends on the space and on k alone: it starts from the rung below, never from the frame shown before.
 */
export class Coordinator {
  readonly #shards: { link: ShardLink; rows: number }[];
  readonly #covariance: Covariance;
  readonly #rungs = new Map<number, Rung>();

  private constructor(shards: { link: ShardLink; rows: number }[], covariance: Covariance) {
    this.#shards = shards;
    this.#covariance = covariance;
  }

  /**
   * Deals `rows` rows out to the shards, as evenly as they go.
   *
   * @throws RangeError when a shard has no room for its rows
   */
  static async open(links: ShardLink[], rows: number, dims: number, type: ColumnType): Promise<Coordinator> {
    const shards = links.map((link, i) => ({
      link,
      rows: Math.floor(((i + 1) * rows) / links.length) - Math.floor((i * rows) / links.length),
    }));
    await Promise.all(shards.map((shard) => shard.link.ask("open", { rows: shard.rows, dims, type })));
    return new Coordinator(shards, new Covariance(await loadKernels(), rows, dims));
  }

  /** How many leading columns a frame can be asked for. */
  get columns(): number {
    return this.#covariance.columns;
  }

  /** Standard deviation of the dims from … to. */
  std(from: number, to: number): Float32Array {
    return this.#covariance.std(from, to);
  }

  /** Takes the next columns and grows the covariance by them. */
  async append({ values, scales }: ColumnBlock): Promise<void> {
    const { rows } = this.#covariance;
    const from = this.columns;
    const count = values.length / rows;
    const parts = await this.#gather((link, first, own) => {
      return link.ask("append", { values: sliceRows(values, rows, first, own), scales });
    });
    const means = new Float64Array(count);
    for (const { sums } of parts) for (let j = 0; j < count; j++) means[j] += sums[j] / rows;
    const to = from + count;
    const blocks = await this.#gather((link) => link.ask("gram", { from, to, means }));
    const sum = blocks[0].block;
    for (const { block } of blocks.slice(1)) for (let i = 0; i < sum.length; i++) sum[i] += block[i];
    this.#covariance.extend(to, sum);
  }

  /**
   * The exact PCA of the first k dims.
   *
   * @param signal stops the work between two rungs
   * @throws RangeError when k is below 4 or above `columns`
   */
  async frame(k: number, axes: Axes, signal?: AbortSignal): Promise<Frame> {
    const columns = this.columns;
    if (!Number.isInteger(k) || k < LEAST || k > columns) {
      throw new RangeError(`Asked for ${k} dims; a frame takes ${LEAST} to ${columns}.`);
    }
    const { spectrum, aligned } = await this.#solve(k, signal);
    const chosen = axes === "aligned" ? aligned : principalAxes(spectrum.vectors, k);
    const parts = await this.#gather((link) => link.ask("project", { k, axes: chosen }));
    const { rows } = this.#covariance;
    let scores = parts[0].scores;
    if (parts.length > 1) {
      scores = new Float32Array(rows * 3);
      let at = 0;
      for (const part of parts) {
        scores.set(part.scores, at);
        at += part.scores.length;
      }
    }
    const total = this.#covariance.total(k);
    const variance = [0, 1, 2].map((i) => spectrum.values[i] ?? 0) as [number, number, number];
    const sum = variance[0] + variance[1] + variance[2];
    return {
      k,
      mode: "raw",
      axes,
      scores,
      components: transpose(chosen, k),
      explainedVariance: variance,
      explainedVarianceRatio: variance.map((value) => (total > 0 ? value / total : 0)) as [number, number, number],
      rms: Math.sqrt((sum * Math.max(1, rows - 1)) / rows),
      converged: spectrum.converged,
    };
  }

  /** Forgets the ladder: the next frame is computed from cold. */
  forget(): void {
    this.#rungs.clear();
  }

  async #solve(k: number, signal?: AbortSignal): Promise<Rung> {
    const known = this.#rungs.get(k);
    if (known) return known;
    const climb: number[] = [k];
    for (let rung = rungBelow(k); rung !== null; rung = rungBelow(rung)) {
      climb.push(rung);
      if (this.#rungs.has(rung)) break;
    }
    let below: Rung | null = null;
    for (const rung of climb.reverse()) {
      const cached = this.#rungs.get(rung);
      below = cached ?? this.#step(rung, below);
      if (!cached && rung !== k) {
        this.#rungs.set(rung, below);
        await breathe();
        signal?.throwIfAborted();
      }
    }
    return below as Rung;
  }

  #step(k: number, below: Rung | null): Rung {
    const spectrum = leadingSpectrum(this.#covariance, k, below?.spectrum ?? null);
    const axes = principalAxes(spectrum.vectors, k);
    if (!below) return { spectrum, aligned: axes };
    return { spectrum, aligned: alignAxes(this.#covariance, axes, k, below.aligned, below.spectrum.k) };
  }

  #gather<T>(ask: (link: ShardLink, firstRow: number, rows: number) => Promise<T>): Promise<T[]> {
    let first = 0;
    return Promise.all(
      this.#shards.map(({ link, rows }) => {
        const answer = ask(link, first, rows);
        first += rows;
        return answer;
      }),
    );
  }
}

// The rows first … first + own of every column; the block itself where one shard holds all rows.
function sliceRows(values: ColumnBlock["values"], rows: number, first: number, own: number): ColumnBlock["values"] {
  if (own === rows) return values;
  const count = values.length / rows;
  const part = values instanceof Int8Array ? new Int8Array(count * own) : new Float32Array(count * own);
  for (let j = 0; j < count; j++) part.set(values.subarray(j * rows + first, j * rows + first + own), j * own);
  return part;
}

function transpose(axes: Float32Array, k: number): Float32Array {
  const components = new Float32Array(3 * k);
  for (let r = 0; r < k; r++) for (let c = 0; c < 3; c++) components[c * k + r] = axes[r * 3 + c];
  return components;
}
