import { textOf } from "../../i18n/said";
import { SourceError } from "../problem";
import type { Problem } from "../types";

/** An attempt that failed and may well succeed when it is made again. */
export class TryAgain extends Error {
  readonly problem: Problem;
  /** How long the server asks to wait, in milliseconds. */
  readonly after: number | undefined;
  /** It came some way, and the next goes on from there: that does not count against it. */
  readonly moved: boolean;
  /** No answer came at all. */
  readonly silent: boolean;

  constructor(
    problem: Problem,
    { after, moved = false, silent = false }: { after?: number | undefined; moved?: boolean; silent?: boolean } = {},
  ) {
    super(textOf(problem.what));
    this.problem = problem;
    this.after = after;
    this.moved = moved;
    this.silent = silent;
  }
}

/** Waits; a test passes one that does not. */
export type Pause = (milliseconds: number, signal?: AbortSignal) => Promise<void>;

export const pause: Pause = (milliseconds, signal) =>
  new Promise((resolve, reject) => {
    const stop = () => {
      clearTimeout(timer);
      reject(signal?.reason);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener("abort", stop);
      resolve();
    }, milliseconds);
    signal?.addEventListener("abort", stop, { once: true });
  });

const FIRST_PAUSE = 500;
// Who asks for longer is told to the user: nobody watches a bar stand still for minutes.
const LONGEST_PAUSE = 60_000;
const TRIES = 5;

/**
 * Makes an attempt until it succeeds: after half a second, then twice as long each time, or as long as the server asks.
 *
 * @param options.tries how often at most, and of these `silentTries` where no answer comes
 * @throws SourceError with the problem of the last attempt; whatever else an attempt throws, at once
 */
export async function withRetries<T>(
  attempt: () => Promise<T>,
  options: { signal?: AbortSignal | undefined; wait?: Pause | undefined; tries?: number; silentTries?: number } = {},
): Promise<T> {
  const { signal, wait = pause, tries = TRIES, silentTries = tries } = options;
  for (let failed = 1; ; failed++) {
    signal?.throwIfAborted();
    try {
      return await attempt();
    } catch (error) {
      signal?.throwIfAborted();
      if (!(error instanceof TryAgain)) throw error;
      if (error.moved) failed = 1;
      const after = error.after ?? FIRST_PAUSE * 2 ** (failed - 1);
      if (failed >= (error.silent ? silentTries : tries) || after > LONGEST_PAUSE) throw new SourceError(error.problem);
      await wait(after, signal);
    }
  }
}

/** How long an answer asks to wait, in milliseconds, where it says so and a page may read it. */
export function retryAfter(headers: Headers, now = Date.now()): number | undefined {
  const precise = Number(headers.get("retry-after-ms") ?? Number.NaN);
  if (precise >= 0) return precise;
  const header = headers.get("retry-after");
  if (!header) return undefined;
  const seconds = Number(header);
  if (seconds >= 0) return seconds * 1000;
  const date = Date.parse(header);
  return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}
