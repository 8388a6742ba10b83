import { breathe } from "../breathe";
import type { Coordinator } from "../coordinator";
import type { Command, Report, Trouble } from "../messages";
import type { Study } from "./study";
import { Turns } from "./turns";

type StudyCommand = Extract<Command, { type: "study" }>;

/** What the desk needs of the worker it sits in. */
export interface DeskEnds {
  /** The space, once all its columns have arrived. */
  filled: Promise<Coordinator>;
  /** Resolves when the slider waits for no frame. */
  calm: () => Promise<void>;
  say: (report: Report) => void;
  troubleOf: (error: unknown) => Trouble;
}

/**
 * Runs studies beside the frames. They take turns, a piece of work each, so that what a frame may find in its way is
 * one piece of one study, however many are asked for.
 */
export class StudyDesk {
  readonly #ends: DeskEnds;
  readonly #turns = new Turns();
  readonly #running = new Map<number, AbortController>();

  constructor(ends: DeskEnds) {
    this.#ends = ends;
  }

  /** Begins a study; its answer, or why there is none, is said. */
  async begin({ id, name, question }: StudyCommand): Promise<void> {
    const { say, troubleOf, filled } = this.#ends;
    const abort = new AbortController();
    this.#running.set(id, abort);
    const { signal } = abort;
    try {
      const coordinator = await filled;
      // Fetched with the first that is asked for: no frame needs them.
      const { STUDIES } = await import("./index");
      const study = STUDIES[name] as Study<unknown, unknown>;
      const answer = await this.#inTurns(signal, (pause) =>
        study(coordinator, question, { signal, progress: (share) => say({ type: "studying", id, share }), pause }),
      );
      if (!signal.aborted) say({ type: "studied", id, answer });
    } catch (error) {
      if (!signal.aborted) say({ type: "study-failed", id, problem: troubleOf(error) });
    } finally {
      this.#running.delete(id);
    }
  }

  /** Nobody waits for this one any more. */
  stop(id: number): void {
    this.#running.get(id)?.abort();
  }

  async #inTurns<T>(signal: AbortSignal, work: (pause: () => Promise<void>) => Promise<T>): Promise<T> {
    const turns = this.#turns;
    const take = async () => {
      await turns.take();
      // A frame may have been asked for while the turn changed hands: let that be heard.
      await breathe();
      await this.#ends.calm();
    };
    await take();
    try {
      signal.throwIfAborted();
      return await work(async () => {
        turns.give();
        await take();
        signal.throwIfAborted();
      });
    } finally {
      turns.give();
    }
  }
}
