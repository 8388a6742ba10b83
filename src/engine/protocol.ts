import type {
  ColumnType,
  ColumnValues,
  Kernels,
  NeighbourQuestion,
  Neighbours,
  Projection,
  UnitVectors,
} from "../numeric";

// What a coordinator asks of a shard, and what a shard answers. Nothing here assumes that the shard is near: every
// question carries all it needs, and the answers of several shards add up (or, for `project`, follow each other).

/** The next columns of a space: columns × rows values, column after column. */
export interface ColumnBlock {
  values: ColumnValues;
  /** One scale per column, for int8 values. */
  scales: Float32Array | null;
  /** Where the rows are a sample of a whole whose moments are known: what the whole says of these columns. */
  whole?: WholeColumns | undefined;
}

/** The moments of all rows of a whole, of the columns from … to. */
export interface WholeColumns {
  /** What is subtracted from them. */
  means: Float64Array;
  /** Their covariance (n − 1) with all columns up to the last of them: `to` × (`to` − `from`), row-major. */
  covariance: Float32Array;
}

/** Which build of the kernels computes: `scalar` where there is no WebAssembly SIMD. */
export type Build = Kernels["build"];

export interface Questions {
  /** Make room for `rows` rows of `dims` columns; `room` says for about how many there is some, `rows` if for all. */
  open: { question: { rows: number; dims: number; type: ColumnType }; answer: { build: Build; room: number } };
  /**
   * Take the next columns, column after column, each times its scale and the gain; answer their sums over this shard's
   * rows. With `means` (a shard that is filled anew, a sample of a whole) they are centred at once.
   */
  append: {
    question: { values: ColumnValues; scales: Float32Array | null; gain: number; means?: Float64Array | undefined };
    answer: { sums: Float64Array };
  };
  /** With the means of columns from … to over all shards: this shard's part of XᵀX, `to` × (`to` − `from`). */
  gram: { question: { from: number; to: number; means: Float64Array }; answer: { block: Float32Array } };
  /** Scores of this shard's rows on the axes of some prefixes: for each, rows × 3. */
  project: { question: { projections: Projection[] }; answer: { scores: Float32Array } };
  /** ‖x[:k]‖² of this shard's rows. Asked for rising prefixes, each costs its new dims alone. */
  squaredNorms: { question: { k: number }; answer: { squares: Float64Array } };
  /** Unit mode: Σ w over this shard's rows, w = 1 ÷ ‖x[:k]‖. */
  unitWeights: { question: { k: number }; answer: { sum: number } };
  /** Unit mode: Σ w·c, k values, and Σ ‖w·c + (w − w̄)·m‖², for centred rows c and the column means m. */
  unitMeans: { question: { k: number; meanWeight: number }; answer: { sums: Float64Array; spread: number } };
  /** Unit mode: this shard's part of X̂ᵀ(X̂V) for a block of eight vectors, in one pass over its rows. */
  apply: {
    question: { k: number; vectors: Float32Array; unit: UnitVectors };
    answer: { image: Float32Array; sums: Float32Array };
  };
  /** The vectors of some rows of this shard (counted from its own first), all d dims, row-major. */
  vectors: { question: { rows: Int32Array }; answer: { vectors: Float32Array } };
  /** The columns from … to of this shard's rows as they were given, bit for bit, and their scales times the gain. */
  columns: { question: { from: number; to: number }; answer: { values: ColumnValues; scales: Float32Array } };
  /** The nearest rows of this shard, whose first row is `firstRow`, for every query at every prefix. */
  neighbours: { question: NeighbourQuestion & { firstRow: number }; answer: Neighbours };
}

export type Ask = keyof Questions;
export type Question<A extends Ask> = Questions[A]["question"];
export type Answer<A extends Ask> = Questions[A]["answer"];

/** The way to one shard, wherever it is. */
export interface ShardLink {
  ask<A extends Ask>(ask: A, question: Question<A>): Promise<Answer<A>>;
  /** Ends the shard. */
  close(): void;
}
