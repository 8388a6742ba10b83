const KEY = "matryoscope.story";

/** The stop at which the reader left off, counted from 1; the first one for a new reader. */
export function rememberedStop(): number {
  try {
    return Math.max(1, Number.parseInt(localStorage.getItem(KEY) ?? "", 10) || 1);
  } catch {
    return 1;
  }
}

/** Remembers the stop, for this visit and the next. */
export function rememberStop(stop: number): void {
  try {
    localStorage.setItem(KEY, String(stop));
  } catch {
    // A browser that keeps nothing: the story begins anew on the next visit.
  }
}
