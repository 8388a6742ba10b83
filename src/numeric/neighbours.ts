import type { Columns } from "./columns";
import type { Grain } from "./kernels/functions";
import type { Kernels } from "./kernels/load";
import type { Multiplier, Packer } from "./multiply";
import { mergedLists, type NearestLists } from "./nearest-lists";
import { roundedTo } from "./rounded";

/** The nearest rows of each query at each prefix: prefixes × queries lists. */
export type Neighbours = NearestLists;

/**
 * What an index stores of a vector, of queries and rows alike: the prefix in single precision; scaled to length 1 in
 * half precision; in whole numbers from −127 to 127, scaled by its own largest magnitude (one scale a vector); or the
 * signs of its values (1 above zero, not centred), where 1 − cosine is twice the Hamming distance over the dims.
 */
export type Precision = "f32" | "f16" | "i8" | "bit";

/** What is asked: vectors of all d dims, and the prefixes at which their neighbours are wanted. */
export interface NeighbourQuestion {
  /** queries × d, row-major, not centred. */
  queries: Float32Array;
  /** The row each query is itself, which is not its own neighbour; −1 for one that is no row. */
  own: Int32Array;
  /** Rising. */
  prefixes: number[];
  /** Neighbours wanted of each. */
  count: number;
  /** What is compared; single precision by default. */
  precision?: Precision | undefined;
  /** The rows that are looked at, counted from the shard's own first; all by default. */
  range?: { from: number; to: number } | undefined;
}

/** Where the search keeps what it works with, in the kernels' memory. */
interface Space {
  queries: number;
  dots: number;
  zeros: number;
  // One value a row of the chunk.
  squares: number;
  norms: number;
  peaks: number;
  factors: number;
  ignored: number;
  ids: number;
  scores: number;
}

/** Some queries against some rows, while the prefix grows. */
interface Task {
  first: number;
  rows: number;
  queries: Float32Array;
  own: Int32Array;
  grain: Grain | null;
}

// Queries that are worked on together: their dot products with the rows of a chunk are kept from prefix to prefix.
const GROUP = 64;
// Rows that are worked on together; a multiple of 8.
const CHUNK = 8192;
const GRAINS: Record<Precision, Grain | null> = { f32: null, f16: 2, i8: 1, bit: 0 };

/**
 * Exact nearest neighbours by cosine among a shard's rows, at a series of prefixes. The dot products of a longer prefix
 * are those of the shorter one and what the columns between add; not so where the stored values are scaled by something
 * of the whole prefix (`f16`, `i8`).
 */
export class NeighbourSearch {
  readonly #kernels: Kernels;
  readonly #columns: Columns;
  readonly #multiplier: Multiplier;
  #space: Space | null = null;

  constructor(kernels: Kernels, columns: Columns, multiplier: Multiplier) {
    this.#kernels = kernels;
    this.#columns = columns;
    this.#multiplier = multiplier;
  }

  /** @param firstRow the id of this shard's first row */
  find({ queries, own, prefixes, count, precision = "f32", range }: NeighbourQuestion, firstRow: number): Neighbours {
    const { dims, rows } = this.#columns;
    const { from = 0, to = rows } = range ?? {};
    const total = own.length;
    const parts: NearestLists[] = [];
    for (let first = from; first < to; first += CHUNK) {
      const ids = new Int32Array(prefixes.length * total * count).fill(-1);
      const cosines = new Float32Array(ids.length);
      parts.push({ ids, cosines });
      for (let start = 0; start < total; start += GROUP) {
        const size = Math.min(GROUP, total - start);
        const task: Task = {
          first,
          rows: Math.min(CHUNK, to - first),
          queries: queries.subarray(start * dims, (start + size) * dims),
          own: own.subarray(start, start + size),
          grain: GRAINS[precision],
        };
        this.#work(task, prefixes, count, firstRow, { ids, cosines }, (p, q) => (p * total + start + q) * count);
      }
    }
    return mergedLists(parts, prefixes.length * total, count);
  }

  #work(
    task: Task,
    prefixes: number[],
    count: number,
    firstRow: number,
    lists: NearestLists,
    placeOf: (prefix: number, query: number) => number,
  ): void {
    const kernels = this.#kernels;
    const space = this.#scratch();
    const { first, rows, own, grain } = task;
    for (const at of [space.squares, space.norms, space.peaks]) kernels.f32(at, CHUNK).fill(0);
    kernels.f32(space.dots, GROUP * CHUNK).fill(0);
    if (grain === null) kernels.f32(space.queries, task.queries.length).set(task.queries);
    let before = 0;
    prefixes.forEach((prefix, p) => {
      const lengths = grain === null ? lengthsOf(task, this.#columns.dims, prefix) : this.#roundQueries(task, prefix);
      if (grain === null) this.#extend(task, before, prefix);
      else this.#extendRounded(task, grain, before, prefix);
      before = prefix;
      const [squares, factors] = [kernels.f32(space.squares, rows), kernels.f32(space.factors, rows)];
      for (let r = 0; r < rows; r++) factors[r] = squares[r] > 0 ? 1 / Math.sqrt(squares[r]) : 0;
      for (let q = 0; q < own.length; q++) {
        const { ids, scores, ignored } = space;
        const dots = space.dots + q * CHUNK * 4;
        const self = own[q] - firstRow - first;
        const found = kernels.largest(dots, space.factors, rows, self, count, ids, scores, ignored);
        const [rowIds, rowScores] = [kernels.i32(ids, found), kernels.f32(scores, found)];
        const at = placeOf(p, q);
        for (let i = 0; i < found; i++) {
          lists.ids[at + i] = firstRow + first + rowIds[i];
          lists.cosines[at + i] = lengths[q] > 0 ? rowScores[i] / lengths[q] : 0;
        }
      }
    });
  }

  // Adds what the columns from … to contribute to the dot products and to the rows' norms.
  #extend({ first, rows, own }: Task, from: number, to: number): void {
    const kernels = this.#kernels;
    const { squares, ignored, zeros } = this.#scratch();
    const { bytes, stride } = this.#columns;
    const { x, scales } = this.#columns.at(from, first);
    kernels.rowNorms(bytes, (rows + 3) & ~3, to - from, x, stride, scales, zeros, squares, ignored);
    this.#multiply(own.length, rows, from, to, (panel, row, size, start, depth) => {
      const at = this.#columns.at(from + start, first + row);
      kernels.packRows(bytes, panel, at.x, size, depth, stride, at.scales, zeros);
    });
  }

  // The same of what is stored. Signs do not depend on the prefix; the others are taken anew, by its norms and peaks.
  #extendRounded({ first, rows, own }: Task, grain: Grain, before: number, to: number): void {
    const kernels = this.#kernels;
    const { squares, norms, peaks, factors, ignored, zeros, dots } = this.#scratch();
    const { bytes, stride } = this.#columns;
    const { x, scales } = this.#columns.at(before, first);
    const padded = (rows + 3) & ~3;
    if (grain === 2) kernels.rowNorms(bytes, padded, to - before, x, stride, scales, zeros, norms, ignored);
    if (grain === 1) kernels.rowPeaks(bytes, padded, to - before, x, stride, scales, peaks);
    const [norm, peak, factor] = [norms, peaks, factors].map((at) => kernels.f32(at, CHUNK));
    for (let r = 0; r < rows; r++) factor[r] = factorOf(grain, norm[r], peak[r]);
    factor.fill(0, rows);
    const from = grain === 0 ? before : 0;
    if (from === 0) {
      kernels.f32(squares, CHUNK).fill(0);
      kernels.f32(dots, GROUP * CHUNK).fill(0);
    }
    this.#multiply(own.length, rows, from, to, (panel, row, size, start, depth) => {
      const at = this.#columns.at(from + start, first + row);
      const offset = row * 4;
      // biome-ignore format: what is read, how, and where to
      kernels.packRounded(
        bytes, grain, panel, at.x, size, depth, stride, at.scales, factors + offset, squares + offset,
      );
    });
  }

  #multiply(queries: number, rows: number, from: number, to: number, pack: Packer): void {
    const space = this.#scratch();
    const { dims } = this.#columns;
    this.#multiplier.multiply(
      (panel, query, size, start, depth, width) => {
        const at = space.queries + (query * dims + from + start) * 4;
        this.#kernels.packF32(panel, at, size, depth, 1, dims, width, 0);
      },
      pack,
      queries,
      rows,
      0,
      to - from,
      space.dots,
      CHUNK,
    );
  }

  // Puts the queries' prefix as it is stored where the kernels find it; answers the lengths.
  #roundQueries({ queries, own, grain }: Task, prefix: number): Float64Array {
    const { dims } = this.#columns;
    const rounded = this.#kernels.f32(this.#scratch().queries, queries.length);
    return Float64Array.from(own, (_, q) => {
      const vector = queries.subarray(q * dims, q * dims + prefix);
      let [square, peak, stored] = [0, 0, 0];
      for (const value of vector) {
        square += value * value;
        peak = Math.max(peak, Math.abs(value));
      }
      const factor = factorOf(grain as Grain, square, peak);
      for (let j = 0; j < prefix; j++) {
        const value = roundedTo(grain as Grain, Math.fround(vector[j] * factor));
        rounded[q * dims + j] = value;
        stored += value * value;
      }
      return Math.sqrt(stored);
    });
  }

  #scratch(): Space {
    if (this.#space) return this.#space;
    const { dims } = this.#columns;
    const room = (count: number) => this.#kernels.allocate(count * 4);
    const perRow = () => room(CHUNK);
    this.#space = {
      queries: room(GROUP * dims),
      dots: room(GROUP * CHUNK),
      zeros: room(dims),
      squares: perRow(),
      norms: perRow(),
      peaks: perRow(),
      factors: perRow(),
      ignored: perRow(),
      ids: perRow(),
      scores: perRow(),
    };
    return this.#space;
  }
}

/** What a vector is multiplied by before its values are rounded; singles, as the kernels have them. */
function factorOf(grain: Grain, square: number, peak: number): number {
  if (grain === 2) return square > 0 ? Math.fround(1 / Math.sqrt(square)) : 0;
  if (grain === 1) return peak > 0 ? Math.fround(127 / peak) : 0;
  return 1;
}

function lengthsOf({ queries, own }: Task, dims: number, prefix: number): Float64Array {
  return Float64Array.from(own, (_, q) => {
    let square = 0;
    for (let j = 0; j < prefix; j++) square += queries[q * dims + j] ** 2;
    return Math.sqrt(square);
  });
}
