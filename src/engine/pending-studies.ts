import { textOf } from "../i18n/said";
import type { Command, Report } from "./messages";
import type { StudyAnswer, StudyName, StudyQuestion } from "./studies";

/** How the page follows a study, and how it cancels one. */
export interface StudyOptions {
  signal?: AbortSignal | undefined;
  /** Told what share of the work is done, 0 … 1. */
  progress?: ((share: number) => void) | undefined;
}

interface Pending {
  resolve: (answer: unknown) => void;
  reject: (reason: unknown) => void;
  progress?: ((share: number) => void) | undefined;
}

type StudyReport = Extract<Report, { id: number }>;

/** The page's end of the studies: which answer belongs to which question. */
export class PendingStudies {
  readonly #send: (command: Command) => void;
  readonly #pending = new Map<number, Pending>();
  #next = 0;

  constructor(send: (command: Command) => void) {
    this.#send = send;
  }

  /** @throws AbortError (as a rejection) when it is cancelled, a `StudyProblem` when it cannot be done */
  ask<N extends StudyName>(
    name: N,
    question: StudyQuestion<N>,
    { signal, progress }: StudyOptions = {},
  ): Promise<StudyAnswer<N>> {
    if (signal?.aborted) return Promise.reject(signal.reason);
    const id = this.#next++;
    return new Promise((resolve, reject) => {
      const cancel = () => {
        this.#pending.delete(id);
        this.#send({ type: "stop-study", id });
        reject(signal?.reason);
      };
      const settled = <T>(then: (value: T) => void) => {
        return (value: T) => {
          signal?.removeEventListener("abort", cancel);
          then(value);
        };
      };
      this.#pending.set(id, {
        resolve: settled((answer) => resolve(answer as StudyAnswer<N>)),
        reject: settled(reject),
        progress,
      });
      signal?.addEventListener("abort", cancel, { once: true });
      this.#send({ type: "study", id, name, question });
    });
  }

  receive(report: StudyReport): void {
    const pending = this.#pending.get(report.id);
    if (!pending) return;
    if (report.type === "studying") {
      pending.progress?.(report.share);
      return;
    }
    this.#pending.delete(report.id);
    if (report.type === "studied") pending.resolve(report.answer);
    else pending.reject(Object.assign(new Error(textOf(report.problem.what)), { problem: report.problem }));
  }

  /** Cancels all: the space they are about is closed. */
  close(): void {
    const reason = new DOMException("The space was closed.", "AbortError");
    for (const { reject } of this.#pending.values()) reject(reason);
    this.#pending.clear();
  }
}
