import type { Coordinator } from "../coordinator";

/** What a study is given beside its question. */
export interface StudyRun {
  /** Aborted when nobody waits for the answer any more. */
  signal: AbortSignal;
  /** Says what share of the work is done, 0 … 1. */
  progress(share: number): void;
  /**
   * To be awaited between two pieces of work, of about 50 ms each at most: lets frames that the slider waits for, and
   * other studies, go first. Throws the signal's reason when the study was cancelled.
   */
  pause(): Promise<void>;
}

/** A computation over the whole space that takes longer than a frame may wait. */
export type Study<Q, A> = (coordinator: Coordinator, question: Q, run: StudyRun) => Promise<A>;
