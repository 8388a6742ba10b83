import { textOf } from "../../../i18n";
import { type ScopeState, type StudyAnswer, type StudyName, type StudyQuestion, scope, study } from "../../../state";
import type { Writer } from "./writer";

/** A figure of the story, read from the space that is open. */
export interface Figure {
  /** As it might read: its place in the sentence is kept as wide while it is being computed. */
  like: string;
  /** What is read, and how that is written. */
  read(reading: Reading, write: Writer): Promise<string>;
}

// What studies have found of a space stays true: it is kept for the stops to come. They go on from stop to stop, since
// the next one may want the same, and end with the story.
const answers = new Map<string, Promise<unknown>>();
let telling = new AbortController();

/** Cancels what is still being computed for the story. */
export function endStudies(): void {
  telling.abort(new DOMException("The story was left.", "AbortError"));
  telling = new AbortController();
}

/**
 * What figures are read from: one space, as long as it is open. What several of them need is asked for once.
 *
 * All of it rejects with an AbortError when the reading is ended, or another space is opened.
 */
export class Reading {
  readonly #signal: AbortSignal;

  constructor(signal: AbortSignal) {
    this.#signal = signal;
  }

  /** The state as soon as it is what is waited for. */
  when(wanted: (state: ScopeState) => boolean): Promise<ScopeState> {
    const { data } = scope.getState();
    return new Promise((resolve, reject) => {
      const stop = () => {
        unsubscribe();
        this.#signal.removeEventListener("abort", look);
      };
      const look = () => {
        const state = scope.getState();
        if (this.#signal.aborted || state.data !== data) {
          stop();
          reject(new DOMException("Nobody waits for this figure.", "AbortError"));
        } else if (state.problem) {
          stop();
          reject(new Error(textOf(state.problem.what)));
        } else if (wanted(state)) {
          stop();
          resolve(state);
        }
      };
      const unsubscribe = scope.subscribe(look);
      this.#signal.addEventListener("abort", look);
      look();
    });
  }

  /** The state once all dims have arrived. */
  whole(): Promise<ScopeState> {
    return this.when(({ manifest, progress }) => manifest !== null && progress.columns === manifest.dims);
  }

  /** What a long computation answers; it is run once for all figures that are read from it. */
  study<N extends StudyName>(name: N, question: StudyQuestion<N>): Promise<StudyAnswer<N>> {
    return this.once(`${name} ${JSON.stringify(question)}`, async (reading, signal) => {
      await reading.whole();
      return study(name, question, { signal });
    });
  }

  /**
   * The same for what several studies answer together.
   *
   * @param name tells it from all others of this space
   */
  once<A>(name: string, ask: (reading: Reading, signal: AbortSignal) => Promise<A>): Promise<A> {
    const key = `${scope.getState().data} ${name}`;
    const known = answers.get(key);
    if (known) return known as Promise<A>;
    const asked = ask(new Reading(telling.signal), telling.signal);
    answers.set(key, asked);
    // What was cancelled or went wrong is tried anew by whoever asks next.
    asked.catch(() => answers.delete(key));
    return asked;
  }
}
