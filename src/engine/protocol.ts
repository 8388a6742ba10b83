import type { ColumnType } from "../numeric";

// What a coordinator asks of a shard, and what a shard answers. Nothing here assumes that the shard is near: every
// question carries all it needs, and the answers of several shards add up (or, for `project`, follow each other).

export interface Questions {
  /** Make room for `rows` rows of `dims` columns. */
  open: { question: { rows: number; dims: number; type: ColumnType }; answer: null };
  /** Take the next columns, column after column; answer their sums over this shard's rows. */
  append: {
    question: { values: Float32Array | Int8Array; scales: Float32Array | null };
    answer: { sums: Float64Array };
  };
  /** With the means of columns from … to over all shards: this shard's part of XᵀX, `to` × (`to` − `from`). */
  gram: { question: { from: number; to: number; means: Float64Array }; answer: { block: Float32Array } };
  /** Scores of this shard's rows on k × 3 axes: rows × 3. */
  project: { question: { k: number; axes: Float32Array }; answer: { scores: Float32Array } };
}

export type Ask = keyof Questions;
export type Question<A extends Ask> = Questions[A]["question"];
export type Answer<A extends Ask> = Questions[A]["answer"];

/** The way to one shard, wherever it is. */
export interface ShardLink {
  ask<A extends Ask>(ask: A, question: Question<A>): Promise<Answer<A>>;
}
