import { readFileSync } from "node:fs";

/** What `tests/reference/make-retrieval-reference.py` measured of some points. */
export interface RetrievalReference {
  queries: number[];
  frames: {
    prefix: number;
    recall: Record<"1" | "10" | "100", { mean: number; deviation: number }>;
    accuracy: number;
  }[];
  /** recall@10 in a shortlist of each length. */
  cells: { precision: string; prefix: number; recall: number[] }[];
}

/** Of the first 2,000 points of `wordnet-mrl-3072` and of all; the latter's settling of every 40th, and how many where. */
export function retrievalReference(): {
  shortlists: number[];
  first2000: RetrievalReference & { settles: number[] };
  all: RetrievalReference & { settles: number[]; settled: { prefix: number; points: number }[] };
} {
  return JSON.parse(readFileSync("tests/reference/retrieval.json", "utf8"));
}
