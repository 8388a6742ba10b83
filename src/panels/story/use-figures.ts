import { useEffect, useSyncExternalStore } from "react";
import { useScope } from "../../state";
import { FIGURES, Reading, writerIn } from "./figures";
import { piecesOf } from "./story";

/** A figure as it is written; null while it is being computed, false where it cannot be. */
export type Written = string | false | null;

// What has been read of a space stays true: it is kept for who comes back. By language, space and name.
const written = new Map<string, string | false>();
const listeners = new Set<() => void>();
let version = 0;

function put(key: string, value: string | false): void {
  written.set(key, value);
  version++;
  for (const listener of listeners) listener();
}

const follow = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/**
 * The figures of some paragraphs about a space, read from it while it is the one that is open.
 */
export function useFigures(language: string, data: string, paragraphs: readonly string[]): (name: string) => Written {
  useSyncExternalStore(follow, () => version);
  // Another one for every time the space is opened.
  const std = useScope((state) => (state.data === data && state.manifest ? state.std.buffer : null));
  const names = [...new Set(paragraphs.flatMap(figuresIn))].join(" ");
  useEffect(() => {
    if (!std) return;
    const abort = new AbortController();
    const reading = new Reading(abort.signal);
    const writer = writerIn(language);
    for (const name of names.split(" ").filter(Boolean)) {
      const key = keyOf(language, data, name);
      if (written.get(key)) continue;
      FIGURES[name].read(reading, writer).then(
        (value) => put(key, value),
        (error: unknown) => {
          if (!(error instanceof DOMException && error.name === "AbortError")) put(key, false);
        },
      );
    }
    return () => abort.abort(new DOMException("The story went on.", "AbortError"));
  }, [language, data, names, std]);
  return (name) => written.get(keyOf(language, data, name)) ?? null;
}

function figuresIn(paragraph: string): string[] {
  return piecesOf(paragraph).flatMap((piece) => ("figure" in piece ? [piece.figure] : []));
}

function keyOf(language: string, data: string, name: string): string {
  return `${language} ${data} ${name}`;
}
