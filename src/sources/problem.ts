import type { Problem } from "./types";

/** An error that is meant for a person: it carries what happened, where, and what to do. */
export class SourceError extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super([problem.what, problem.where, problem.remedy].filter(Boolean).join(" "));
    this.name = "SourceError";
    this.problem = problem;
  }
}
