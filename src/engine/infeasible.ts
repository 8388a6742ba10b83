import { textOf } from "../i18n/said";
import type { Trouble } from "./messages";

/** What cannot be computed of this space, or not here, in words for a person. */
export class Infeasible extends RangeError {
  readonly problem: Trouble;

  constructor(problem: Trouble) {
    super();
    this.name = "RangeError";
    this.problem = problem;
  }

  override get message(): string {
    return textOf(this.problem.what);
  }
}
