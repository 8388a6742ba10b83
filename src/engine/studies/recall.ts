import { type RecallWish, recallOf } from "../recall";
import type { Study } from "./study";

/** recall@count of each prefix against all dims, by cosine; one number a prefix. */
export const recall: Study<Omit<RecallWish, "progress" | "pause">, number[]> = (coordinator, question, run) =>
  recallOf(coordinator, { ...question, progress: run.progress, pause: run.pause });
