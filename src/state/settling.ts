import { said } from "../i18n/said";
import type { NumberColoring } from "./coloring";
import { SETTLES } from "./measures";
import { scope } from "./scope";
import { study } from "./session";

/** Where the points settle: as a colouring once it is known, and how far the work is. */
export interface Settling {
  coloring: NumberColoring | null;
  /** What share is done; null while nothing runs. */
  share: number | null;
  /** Someone ended it: it begins again when it is asked for by hand. */
  cancelled: boolean;
}

let abort: AbortController | null = null;

/** Finds where every point settles, unless that is known or under way. */
export async function settle(): Promise<void> {
  const { settling } = scope.getState();
  if (settling.coloring || settling.share !== null) return;
  const own = new AbortController();
  abort = own;
  const set = (next: Partial<Settling>) => {
    if (abort === own) scope.setState({ settling: { coloring: null, share: null, cancelled: false, ...next } });
  };
  set({ share: 0 });
  try {
    const options = { signal: own.signal, progress: (share: number) => set({ share }) };
    set({ coloring: coloringOf((await study("settling", null, options)).settles) });
  } catch (error) {
    // Of another space nothing is told: the state has been put back with it.
    if (error instanceof DOMException && !own.signal.aborted) return;
    set({ cancelled: true });
    if (!own.signal.aborted)
      scope.setState({ notice: said("Where points settle could not be found: {error}", { error: String(error) }) });
  }
}

/** Ends that work. */
export function stopSettling(): void {
  abort?.abort();
}

/** Begins the work when the points are to be coloured by it. */
export function followSettling(): () => void {
  return scope.subscribe(({ color, settling, manifest }) => {
    if (color === SETTLES.name && manifest && !settling.coloring && settling.share === null && !settling.cancelled) {
      void settle();
    }
  });
}

// Prefixes double: on a logarithmic scale each has a step of its own.
function coloringOf(settles: Float32Array): NumberColoring {
  const values = settles.map(Math.log2);
  const [low, high] = values.reduce(
    ([least, most], value) => [Math.min(least, value), Math.max(most, value)],
    [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY],
  );
  const write = (value: number) => (Number.isNaN(value) ? "" : Math.round(2 ** value).toLocaleString("en"));
  return { kind: "number", ...SETTLES, values, low, high, write };
}
