import * as v from "valibot";
import { type Camera, readCamera, writeCamera } from "./camera";
import { readRows, writeRows } from "./rows-in-link";
import { PANELS, type Panel } from "./scope";

/** What a link says of the view: the keys of the fragment that this version knows. */
export interface LinkState {
  data?: string | undefined;
  k?: number | undefined;
  mode?: "raw" | "unit" | undefined;
  axes?: "aligned" | "pc" | undefined;
  scale?: "log" | "linear" | undefined;
  /** Whether every frame is drawn at the same root mean square radius, or growth is seen as growth. */
  size?: "same" | "true" | undefined;
  color?: string | undefined;
  /** The selected points, counted from 0, the focused one first. */
  sel?: readonly number[] | undefined;
  /** What is searched for. */
  q?: string | undefined;
  panel?: Panel | undefined;
  /** What the space is held against: a control of it, or a demo space by its name. */
  compare?: string | undefined;
  cam?: Camera | undefined;
  /** Which stop of the story is told, counted from 1. */
  story?: number | undefined;
  theme?: "dark" | "light" | undefined;
}

// Each key has its reader; what a reader refuses is left out with a notice. `k` is held against the space's own dims
// later, when they are known.
const readers = {
  // A demo space by its name, an address, or what this browser keeps or this page was given.
  data: v.pipe(v.string(), v.regex(/^([\w.-]+|(local|kept):.+|https?:\/\/\S+)$/)),
  k: v.pipe(v.string(), v.regex(/^\d+$/), v.transform(Number), v.minValue(4)),
  mode: v.picklist(["raw", "unit"]),
  axes: v.picklist(["aligned", "pc"]),
  scale: v.picklist(["log", "linear"]),
  size: v.picklist(["same", "true"]),
  color: v.pipe(v.string(), v.minLength(1)),
  sel: v.pipe(
    v.string(),
    v.transform(readRows),
    v.check((rows) => rows !== null),
  ),
  q: v.pipe(v.string(), v.minLength(1)),
  panel: v.picklist(PANELS),
  compare: v.pipe(v.string(), v.regex(/^[\w.-]+$/)),
  cam: v.pipe(
    v.string(),
    v.transform(readCamera),
    v.check((camera) => camera !== null),
  ),
  story: v.pipe(v.string(), v.regex(/^\d{1,2}$/), v.transform(Number)),
  theme: v.picklist(["dark", "light"]),
} as const;

/** What is not written as it is. */
const writers = { sel: writeRows, cam: writeCamera } as const;

/**
 * Reads the fragment of an address.
 *
 * @returns what it says, and a sentence for each part that was left out
 */
export function readLink(fragment: string): { state: LinkState; notices: string[] } {
  const state: Record<string, unknown> = {};
  const notices: string[] = [];
  for (const [key, value] of new URLSearchParams(fragment.replace(/^#/, ""))) {
    if (!Object.hasOwn(readers, key)) {
      notices.push(`The link says "${key}", which this version does not know; it was left out.`);
      continue;
    }
    const result = v.safeParse(readers[key as keyof typeof readers], value);
    if (result.success) state[key] = result.output;
    else notices.push(`The link says ${key}=${value}, which cannot be; it was left out.`);
  }
  return { state: state as LinkState, notices };
}

/** Writes the fragment, in the order of the keys; what is undefined is not written. */
export function writeLink(state: LinkState): string {
  const params = new URLSearchParams();
  for (const key of Object.keys(readers) as (keyof LinkState)[]) {
    const value = state[key];
    if (value === undefined || value === "") continue;
    const text = writers[key as keyof typeof writers]?.(value as never) ?? String(value);
    if (text) params.set(key, text);
  }
  // A comma needs no escape in a fragment.
  const text = params.toString().replaceAll("%2C", ",");
  return text ? `#${text}` : "";
}
