import { type RecallReport, type RecallWish, recallOf } from "../recall";
import { standardPrefixes } from "../standard-prefixes";
import type { Study } from "./study";

type Question = Pick<RecallWish, "queries" | "codes"> & Partial<Pick<RecallWish, "prefixes" | "counts">>;

/** Recall@1, @10 and @100 of every standard prefix against all dims, and the accuracy of the category by ten votes. */
export const recall: Study<Question, RecallReport> = (coordinator, question, { pause, progress }) => {
  const { prefixes = standardPrefixes(coordinator.dims), counts = [1, 10, 100] } = question;
  return recallOf(coordinator, { ...question, prefixes, counts, pause, progress });
};
