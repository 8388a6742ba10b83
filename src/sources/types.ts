import type { Said, Words } from "../i18n/said";

/** `dataset.json`: what a dataset folder says of itself. */
export interface Manifest {
  /** The folder's name, as in a link: `wordnet-mrl-3072`. */
  name: string;
  /** The name that people read: "WordNet · Matryoshka". */
  title: string;
  description: string;
  /** Where the texts come from, and their licence. */
  source: string;
  licence: string;
  /** The model that made the vectors. */
  model: string;
  rows: number;
  /** Where the rows are a sample: of how many. */
  ofRows?: number | undefined;
  /** Where mean and covariance are those of a whole that the rows are a sample of: its rows. */
  wholeRows?: number | undefined;
  dims: number;
  /** f4, f2, or i1 with one scale per dimension. */
  dtype: "f4" | "f2" | "i1";
  files: {
    vectors: string;
    scale?: string | undefined;
    points?: string | undefined;
    mean?: string | undefined;
    covariance?: string | undefined;
  };
  /** Dims worth stopping at. */
  stops: number[];
}

/** A column of few distinct values: a code for every point, labels by falling count. */
export interface CategoryColumn {
  kind: "category";
  name: string;
  labels: string[];
  counts: number[];
  codes: Uint16Array;
}

/** A column of numbers, one for every point; NaN where there is none. */
export interface NumberColumn {
  kind: "number";
  name: string;
  values: Float32Array;
}

/** A column of free text, one value for every point. */
export interface TextColumn {
  kind: "text";
  name: string;
  values: string[];
}

/** What is known of the points besides their vectors, in the order of the rows. */
export interface PointTable {
  rows: number;
  titles: string[];
  texts: string[];
  columns: (CategoryColumn | NumberColumn | TextColumn)[];
  /** A picture of each point, where it has one: its bytes, or its address. */
  images?: (Blob | string | null)[] | undefined;
}

/**
 * A problem in words for a person: what happened, where, and what to do. Each is one sentence, said where no language is
 * known; `where` may be a path or an address, which have none.
 */
export interface Problem {
  what: Said;
  where?: Words | undefined;
  remedy: Said;
}
