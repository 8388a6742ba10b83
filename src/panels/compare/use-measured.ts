import { useEffect, useRef, useState } from "react";
import type { Words } from "../../i18n";
import type { Problem } from "../../state";

/** How a measurement is followed and cancelled. */
export interface Run {
  signal: AbortSignal;
  progress: (share: number) => void;
}

/** Where a measurement stands: what was found for which wish, or how far it is, or why it cannot be. */
export interface Measured<T> {
  /** The newest answer, and what was wished for it. */
  found: { wish: string; value: T } | null;
  /** Share of the work that is done for the newest wish; null where none is under way. */
  share: number | null;
  problem: Words | null;
}

/** A slider that rests so long is meant to stay. */
const REST_MS = 400;

/**
 * Measures anew whenever the wish has changed and rests; a newer wish cancels the one under way.
 *
 * @param wish what the measurement depends on, in words; null while there is nothing to measure
 */
export function useMeasured<T>(wish: string | null, measure: (options: Run) => Promise<T>): Measured<T> {
  const [measured, setMeasured] = useState<Measured<T>>({ found: null, share: null, problem: null });
  const newest = useRef(measure);
  newest.current = measure;
  useEffect(() => {
    if (wish === null) return;
    const abort = new AbortController();
    const { signal } = abort;
    const change = (part: Partial<Measured<T>>) => {
      if (!signal.aborted) setMeasured((before) => ({ ...before, ...part }));
    };
    const timer = setTimeout(() => {
      change({ share: 0, problem: null });
      newest.current({ signal, progress: (share) => change({ share }) }).then(
        (value) => change({ found: { wish, value }, share: null }),
        (error: Error & { problem?: Problem }) =>
          change({ share: null, problem: error.name === "AbortError" ? null : (error.problem?.what ?? error.message) }),
      );
    }, REST_MS);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [wish]);
  return measured;
}
