import { type Said, textOf } from "../../i18n/said";
import type { Problem } from "../../sources";

/** How far something is, and a way to stop it. */
export interface Waiting {
  signal?: AbortSignal | undefined;
  /** What is being done, in words ("Reading vectors.npy"), and what share of it is, 0 … 1; null where nobody knows. */
  progress?: ((what: Said, share: number | null) => void) | undefined;
}

/** What went wrong, in words for a person. */
export class ProblemError extends Error {
  readonly problem: Problem;
  /** Where a file does not tell how many dims its vectors have: those that would divide it evenly, likeliest first. */
  readonly dims: readonly number[] | null;

  constructor(problem: Problem, dims: readonly number[] | null = null) {
    super();
    this.name = "ProblemError";
    this.problem = problem;
    this.dims = dims;
  }

  override get message(): string {
    const { what, where, remedy } = this.problem;
    return [what, where, remedy].flatMap((words) => (words ? [textOf(words)] : [])).join(" ");
  }
}
