import { textOf } from "../i18n/said";
import type { Problem } from "./types";

/** An error that is meant for a person: it carries what happened, where, and what to do. */
export class SourceError extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super();
    this.name = "SourceError";
    this.problem = problem;
  }

  /** All of it in words, in the language that this thread speaks; a worker has none, and sends `problem`. */
  override get message(): string {
    const { what, where, remedy } = this.problem;
    return [what, where, remedy].flatMap((words) => (words ? [textOf(words)] : [])).join(" ");
  }
}

/** The words of an error that a library or the browser threw: they have no language but their own. */
export function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
