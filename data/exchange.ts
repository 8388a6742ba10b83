import { shared } from "./vocabulary";

/** Memory through which the slices of a model exchange what they have computed, for batches of B pairs and M blocks. */
export interface ExchangeMemory {
  size: number;
  slices: number;
  /** Arrivals at the barrier, and how often it has opened. */
  barrier: Int32Array;
  /** slice × block: B × B products over the slice's dims. */
  products: Float32Array[][];
  /** slice × block: 2B squared norms over the slice's dims. */
  squares: Float64Array[][];
  /** block: D_b, B × B, of which every slice writes its rows. */
  slopes: Float32Array[];
  /** slice × block: 2B factors of the texts' own vectors, from the slice's rows. */
  norms: Float64Array[][];
  /** slice: squared gradient of each token of the batch over the slice's dims. */
  tokenSquares: Float64Array[];
  /** slice: the loss of its rows. */
  losses: Float64Array;
}

/** Zeroed memory for an exchange. */
export function exchangeMemory(size: number, blocks: number, vocabulary: number, slices: number): ExchangeMemory {
  const perBlock = <T>(make: () => T): T[] => Array.from({ length: blocks }, make);
  const perSlice = <T>(make: () => T): T[] => Array.from({ length: slices }, make);
  return {
    size,
    slices,
    barrier: shared(Int32Array, 2),
    products: perSlice(() => perBlock(() => shared(Float32Array, size * size))),
    squares: perSlice(() => perBlock(() => shared(Float64Array, 2 * size))),
    slopes: perBlock(() => shared(Float32Array, size * size)),
    norms: perSlice(() => perBlock(() => shared(Float64Array, 2 * size))),
    tokenSquares: perSlice(() => shared(Float64Array, vocabulary)),
    losses: shared(Float64Array, slices),
  };
}

/** A slice's view of the exchange. Sums over the slices are taken in their order, so that every run rounds the same. */
export class Exchange implements ExchangeMemory {
  readonly size: number;
  readonly slices: number;
  readonly barrier: Int32Array;
  readonly products: Float32Array[][];
  readonly squares: Float64Array[][];
  readonly slopes: Float32Array[];
  readonly norms: Float64Array[][];
  readonly tokenSquares: Float64Array[];
  readonly losses: Float64Array;
  /** block: B × B products over all dims; only the gathered rows are good. */
  readonly sums: Float32Array[];

  constructor(memory: ExchangeMemory) {
    this.size = memory.size;
    this.slices = memory.slices;
    this.barrier = memory.barrier;
    this.products = memory.products;
    this.squares = memory.squares;
    this.slopes = memory.slopes;
    this.norms = memory.norms;
    this.tokenSquares = memory.tokenSquares;
    this.losses = memory.losses;
    this.sums = memory.slopes.map((block) => new Float32Array(block.length));
  }

  /** Adds up the rows `from … to` of the products over the slices. */
  gather(from: number, to: number, size: number): void {
    this.sums.forEach((sum, b) => {
      const [first, ...others] = this.products.map((slice) => slice[b]);
      for (let at = from * size; at < to * size; at++) sum[at] = first[at];
      for (const other of others) for (let at = from * size; at < to * size; at++) sum[at] += other[at];
    });
  }

  /** Squared norms of the texts over every block. */
  totals(): Float64Array[] {
    return addSlices(this.squares);
  }

  /** Factors of the texts' own vectors in block b: an anchor's from the slice that has its row, a positive's from all. */
  factors(b: number, size: number): Float64Array {
    const rows = size / this.slices;
    const sum = addSlices(this.norms.map((slice) => [slice[b]]))[0];
    for (let i = 0; i < size; i++) sum[i] = this.norms[Math.floor(i / rows)][b][i];
    return sum;
  }

  /** Waits until every slice has come here. */
  meet(): void {
    const opened = Atomics.load(this.barrier, 1);
    if (Atomics.add(this.barrier, 0, 1) === this.slices - 1) {
      Atomics.store(this.barrier, 0, 0);
      Atomics.add(this.barrier, 1, 1);
      Atomics.notify(this.barrier, 1);
    } else {
      while (Atomics.load(this.barrier, 1) === opened) Atomics.wait(this.barrier, 1, opened);
    }
  }
}

function addSlices(parts: Float64Array[][]): Float64Array[] {
  return parts[0].map((block, b) => {
    const sum = Float64Array.from(block);
    for (const slice of parts.slice(1)) for (let t = 0; t < sum.length; t++) sum[t] += slice[b][t];
    return sum;
  });
}
