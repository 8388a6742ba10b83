import { Best } from "./best";
import type { Columns } from "./columns";
import type { Kernels } from "./kernels/load";
import type { Multiplier } from "./multiply";

/** The nearest rows of each query at each prefix; −1 where there are fewer than asked for. */
export interface Neighbours {
  /** prefixes × queries × count row ids, nearest first. */
  ids: Int32Array;
  /** Their cosines. */
  cosines: Float32Array;
}

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
}

/** Where the search keeps what it works with. */
interface Space {
  queries: number;
  dots: number;
  squares: number;
  ignored: number;
  zeros: number;
}

// Queries that are worked on together: their dot products with every row are kept from prefix to prefix.
const GROUP = 64;

/**
 * Exact nearest neighbours by cosine among a shard's rows, at a series of prefixes: the dot products of a longer prefix
 * are those of the shorter one and what the columns between add.
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
  find({ queries, own, prefixes, count }: NeighbourQuestion, firstRow: number): Neighbours {
    const { dims } = this.#columns;
    const total = own.length;
    const ids = new Int32Array(prefixes.length * total * count).fill(-1);
    const cosines = new Float32Array(ids.length);
    for (let from = 0; from < total; from += GROUP) {
      const size = Math.min(GROUP, total - from);
      const group = {
        queries: queries.subarray(from * dims, (from + size) * dims),
        own: own.subarray(from, from + size),
      };
      this.#findGroup(group, prefixes, count, firstRow, (p, q, best) => {
        const at = (p * total + from + q) * count;
        ids.set(best.ids.subarray(0, best.count), at);
        cosines.set(best.scores.subarray(0, best.count), at);
      });
    }
    return { ids, cosines };
  }

  #findGroup(
    { queries, own }: { queries: Float32Array; own: Int32Array },
    prefixes: number[],
    count: number,
    firstRow: number,
    tell: (prefix: number, query: number, best: Best) => void,
  ): void {
    const kernels = this.#kernels;
    const { dims, rows } = this.#columns;
    const space = this.#scratch();
    const stride = this.#dotStride;
    kernels.f32(space.queries, queries.length).set(queries);
    kernels.f32(space.dots, GROUP * stride).fill(0);
    kernels.f32(space.squares, this.#columns.stride).fill(0);
    const querySquares = new Float64Array(own.length);
    const best = new Best(count);
    const inverse = new Float32Array(rows);
    let from = 0;
    prefixes.forEach((prefix, p) => {
      this.#extend(space, own.length, from, prefix);
      for (let q = 0; q < own.length; q++) {
        for (let j = from; j < prefix; j++) querySquares[q] += queries[q * dims + j] ** 2;
      }
      from = prefix;
      const squares = kernels.f32(space.squares, rows);
      for (let r = 0; r < rows; r++) inverse[r] = squares[r] > 0 ? 1 / Math.sqrt(squares[r]) : 0;
      const dots = kernels.f32(space.dots, GROUP * stride);
      for (let q = 0; q < own.length; q++) {
        const self = own[q] - firstRow;
        best.clear();
        let least = best.least;
        for (let r = 0; r < rows; r++) {
          const score = dots[q * stride + r] * inverse[r];
          if (score < least || r === self) continue;
          best.offer(firstRow + r, score);
          least = best.least;
        }
        const norm = Math.sqrt(querySquares[q]);
        for (let i = 0; i < best.count; i++) best.scores[i] = norm > 0 ? best.scores[i] / norm : 0;
        tell(p, q, best);
      }
    });
  }

  // Adds what the columns from … to contribute to the dot products and to the rows' norms.
  #extend({ queries, dots, squares, ignored, zeros }: Space, count: number, from: number, to: number): void {
    const kernels = this.#kernels;
    const { bytes, stride, dims, rows } = this.#columns;
    const { x, scales } = this.#columns.at(from);
    kernels.rowNorms(bytes, stride, to - from, x, stride, scales, zeros, squares, ignored);
    this.#multiplier.multiply(
      (panel, first, size, start, depth, width) =>
        kernels.packF32(panel, queries + (first * dims + from + start) * 4, size, depth, 1, dims, width, 0),
      (panel, first, size, start, depth) => {
        const at = this.#columns.at(from + start, first);
        kernels.packRows(bytes, panel, at.x, size, depth, stride, at.scales, zeros);
      },
      count,
      rows,
      0,
      to - from,
      dots,
      this.#dotStride,
    );
  }

  get #dotStride(): number {
    return (this.#columns.rows + 7) & ~7;
  }

  #scratch(): Space {
    const { dims, stride } = this.#columns;
    this.#space ??= {
      queries: this.#kernels.allocate(GROUP * dims * 4),
      dots: this.#kernels.allocate(GROUP * this.#dotStride * 4),
      squares: this.#kernels.allocate(stride * 4),
      ignored: this.#kernels.allocate(stride * 4),
      zeros: this.#kernels.allocate(dims * 4),
    };
    return this.#space;
  }
}
