import type { Problem } from "../../sources";

/** How far something is, and a way to stop it. */
export interface Waiting {
  signal?: AbortSignal | undefined;
  /** What is being done, in words ("Reading vectors.npy"), and what share of it is, 0 … 1; null where nobody knows. */
  progress?: ((what: string, share: number | null) => void) | undefined;
}

/** What went wrong, in words for a person. */
export class ProblemError extends Error {
  readonly problem: Problem;
  /** Where a file does not tell how many dims its vectors have: those that would divide it evenly, likeliest first. */
  readonly dims: readonly number[] | null;

  constructor(problem: Problem, dims: readonly number[] | null = null) {
    super([problem.what, problem.where, problem.remedy].filter(Boolean).join(" "));
    this.name = "ProblemError";
    this.problem = problem;
    this.dims = dims;
  }
}
