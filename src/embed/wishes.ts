import type { ViewState } from "./protocol";

/** What a view reports comes back, if the page around keeps it, within so many milliseconds. */
const ECHO_MS = 1_000;

type Key = keyof ViewState;

/**
 * What the page around wishes for, of which the view is told only what changed. The reader moves the view too: where a
 * page keeps what it is told, its next wish is what the view showed a moment ago, and is no wish to go back there.
 */
export class Wishes {
  #last: ViewState;
  readonly #reported = new Map<Key, { value: string; at: number }[]>();
  readonly #now: () => number;

  constructor(first: ViewState, now: () => number = () => performance.now()) {
    this.#last = first;
    this.#now = now;
  }

  /** The view has told what it shows. */
  reported(state: ViewState): void {
    const at = this.#now();
    for (const key of Object.keys(state) as Key[]) {
      const told = this.#reported.get(key)?.filter((one) => at - one.at < ECHO_MS) ?? [];
      const value = written(state[key]);
      if (told.at(-1)?.value !== value) told.push({ value, at });
      this.#reported.set(key, told);
    }
  }

  /** What of the next wish the view is to be told; null where that is nothing. */
  next(wish: ViewState): ViewState | null {
    const changed = (Object.keys(wish) as Key[]).filter((key) => {
      if (wish[key] === undefined || written(wish[key]) === written(this.#last[key])) return false;
      return !this.#isEcho(key, written(wish[key]));
    });
    this.#last = wish;
    return changed.length > 0 ? Object.fromEntries(changed.map((key) => [key, wish[key]])) : null;
  }

  #isEcho(key: Key, value: string): boolean {
    const at = this.#now();
    const told = this.#reported.get(key) ?? [];
    const found = told.findLastIndex((one) => one.value === value && at - one.at < ECHO_MS);
    if (found < 0) return false;
    // What was reported before it has been kept or passed over: from now on it is a wish like any other.
    told.splice(0, found + 1);
    return true;
  }
}

const written = (value: unknown) => JSON.stringify(value) ?? "";
