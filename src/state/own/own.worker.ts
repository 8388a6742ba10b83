import { type Said, said } from "../../i18n/said";
import { type Input, type Inspection, type Problem, reasonOf, SourceError } from "../../sources";
import { inspectInput } from "../../sources/open-input";
import { DimsNeeded } from "../../sources/table";

/** What this worker is asked, once. */
export type OwnCommand = { do: "inspect"; input: Input };

/** What it answers. */
export interface OwnAnswers {
  inspect: Inspection;
}

export type OwnReport =
  | { type: "progress"; what: Said; share: number | null }
  | { type: "done"; answer: OwnAnswers[OwnCommand["do"]] }
  | { type: "failed"; problem: Problem; dims: readonly number[] | null };

const say = (report: OwnReport) => self.postMessage(report);

self.onmessage = async ({ data }: MessageEvent<OwnCommand>) => {
  const progress = (what: Said, share: number | null) => say({ type: "progress", what, share });
  try {
    say({ type: "done", answer: await inspectInput(data.input, { progress }) });
  } catch (error) {
    const dims = error instanceof DimsNeeded ? error.suggestions : null;
    say({ type: "failed", problem: problemOf(error), dims });
  }
};

function problemOf(error: unknown): Problem {
  if (error instanceof SourceError) return error.problem;
  return {
    what: said("The file could not be read: {reason}.", { reason: reasonOf(error) }),
    remedy: said("Check that it is whole; if it opens elsewhere, please report it with these words."),
  };
}
