import * as v from "valibot";
import { LANGUAGES, type Language } from "../i18n";
import { type Said, said } from "../i18n/said";
import { readCamera, writeCamera } from "./camera";
import type { LinkState } from "./link-state";
import { readGhost, readLabels, readPlay, writeGhost, writeLabels, writePlay } from "./link-values";
import { sameList } from "./row-set";
import { readRows, writeRows } from "./rows-in-link";
import { PANELS } from "./scope";

/** The points that alone are shown are those that are selected. */
const SELECTED = "sel";

const parsed = <T>(read: (text: string) => T | null) =>
  v.pipe(
    v.string(),
    v.transform(read),
    v.check((value) => value !== null),
  );

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
  mute: parsed(readLabels),
  sel: parsed(readRows),
  isolate: v.union([v.literal(SELECTED), parsed(readRows)]),
  q: v.pipe(v.string(), v.minLength(1)),
  panel: v.picklist(PANELS),
  compare: v.pipe(v.string(), v.regex(/^[\w.-]+$/)),
  cam: parsed(readCamera),
  ghost: parsed(readGhost),
  trails: v.pipe(
    v.picklist(["on", "off"]),
    v.transform((word) => word === "on"),
  ),
  play: parsed(readPlay),
  story: v.pipe(v.string(), v.regex(/^\d{1,2}$/), v.transform(Number)),
  theme: v.picklist(["dark", "light"]),
  lang: v.picklist(Object.keys(LANGUAGES) as Language[]),
  embed: v.pipe(
    v.picklist(["1"]),
    v.transform(() => true),
  ),
} as const;

/** The keys, in the order in which they are written. */
export const LINK_KEYS = Object.keys(readers) as (keyof LinkState)[];

/** What is not written as it is. */
const writers: { [K in keyof LinkState]?: (value: NonNullable<LinkState[K]>, state: LinkState) => string } = {
  mute: writeLabels,
  sel: writeRows,
  isolate: (rows, { sel = [] }) => (sameRows(rows, sel) ? SELECTED : writeRows(rows)),
  cam: writeCamera,
  ghost: writeGhost,
  trails: (on) => (on ? "on" : "off"),
  play: writePlay,
  embed: (embed) => (embed ? "1" : ""),
};

/**
 * Reads the fragment of an address.
 *
 * @returns what it says, and a sentence for each part that was left out
 */
export function readLink(fragment: string): { state: LinkState; notices: Said[] } {
  const state: Record<string, unknown> = {};
  const notices: Said[] = [];
  for (const [key, value] of new URLSearchParams(fragment.replace(/^#/, ""))) {
    if (!Object.hasOwn(readers, key)) {
      notices.push(said('The link says "{key}", which this version does not know; it was left out.', { key }));
      continue;
    }
    const result = v.safeParse(readers[key as keyof typeof readers], value);
    if (result.success) state[key] = result.output;
    else notices.push(said("The link says {key}={value}, which cannot be; it was left out.", { key, value }));
  }
  if (state.isolate === SELECTED) {
    if (state.sel) state.isolate = rising(state.sel as number[]);
    else {
      delete state.isolate;
      notices.push(
        said("The link says isolate={selected} and selects no points; it was left out.", { selected: SELECTED }),
      );
    }
  }
  return { state: state as LinkState, notices };
}

/** Writes the fragment, in the order of the keys; what is undefined is not written. */
export function writeLink(state: LinkState): string {
  const params = new URLSearchParams();
  for (const key of LINK_KEYS) {
    const value = state[key];
    if (value === undefined || value === null || value === "") continue;
    const text = writers[key]?.(value as never, state) ?? String(value);
    if (text) params.set(key, text);
  }
  // What needs no escape in a fragment stands there as people write it.
  const text = params.toString().replaceAll("%2C", ",").replaceAll("%2F", "/").replaceAll("%3A", ":");
  return text ? `#${text}` : "";
}

function sameRows(isolated: readonly number[], selected: readonly number[]): boolean {
  return isolated.length === selected.length && sameList(isolated, rising(selected));
}

function rising(rows: readonly number[]): number[] {
  return [...rows].sort((a, b) => a - b);
}
