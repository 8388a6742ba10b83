import * as v from "valibot";
import { LANGUAGES, type Language } from "../i18n";
import { type Said, said } from "../i18n/said";
import { type Camera, readCamera, writeCamera } from "./camera";
import { type Ghost, readGhost, readLabels, readPlay, writeGhost, writeLabels, writePlay } from "./link-values";
import { sameList } from "./row-set";
import { readRows, writeRows } from "./rows-in-link";
import { PANELS, type Panel, type Playing } from "./scope";

/**
 * What a link says of the view: the keys of the fragment that this version knows, in the order in which they are
 * written. The first sentence of each key, its `values`, `default` and `example` become the table of docs/link.md
 * (`npm run docs`).
 */
export interface LinkState {
  /**
   * The space that is open.
   * @values a demo space by its name, or the address of a dataset folder or of a file
   * @default wordnet-mrl-3072
   * @example data=wordnet-plain-1536
   */
  data?: string | undefined;
  /**
   * How many leading dimensions the cloud is of.
   * @values a whole number from 4 to the dims of the space
   * @default 512, or all dims where there are fewer
   * @example k=64
   */
  k?: number | undefined;
  /**
   * Whether the vectors are taken as they are, or each prefix scaled to length 1 before the PCA.
   * @values raw, unit
   * @default raw
   * @example mode=unit
   */
  mode?: "raw" | "unit" | undefined;
  /**
   * Whether each frame is turned towards the keyframe below it, or shows the principal axes themselves.
   * @values aligned, pc
   * @default aligned
   * @example axes=pc
   */
  axes?: "aligned" | "pc" | undefined;
  /**
   * Whether the timeline is divided by octaves or evenly.
   * @values log, linear
   * @default log
   * @example scale=linear
   */
  scale?: "log" | "linear" | undefined;
  /**
   * Whether every frame is drawn at the same root mean square radius, or growth is seen as growth.
   * @values same, true
   * @default same
   * @example size=true
   */
  size?: "same" | "true" | undefined;
  /**
   * What colours the points.
   * @values a column of the space, a score of the frame (axis1, axis2, axis3, radius), or settles
   * @default category
   * @example color=axis1
   */
  color?: string | undefined;
  /**
   * Labels of that column that are muted in the legend.
   * @values labels with commas between them; a comma of their own is %252C
   * @default none
   * @example mute=animal,plant
   */
  mute?: readonly string[] | undefined;
  /**
   * The selected points, counted from 0, the focused one first.
   * @values numbers and ranges; a long list is packed and begins with a full stop
   * @default none
   * @example sel=12,40-60
   */
  sel?: readonly number[] | undefined;
  /**
   * The points that alone are shown.
   * @values as for sel, or the word sel for those that are selected
   * @default all
   * @example sel=12,40-60&isolate=sel
   */
  isolate?: readonly number[] | null | undefined;
  /**
   * What is searched for.
   * @values any text
   * @default nothing
   * @example q=snow+leopard
   */
  q?: string | undefined;
  /**
   * The panel beside the cloud.
   * @values none, points, table, space, retrieval, compare
   * @default none
   * @example panel=space
   */
  panel?: Panel | undefined;
  /**
   * What the space is held against, in a second cloud.
   * @values a demo space by its name, or last, shuffled, random or components
   * @default none
   * @example panel=compare&compare=random
   */
  compare?: string | undefined;
  /**
   * Where the camera stands and what it looks at, in units of the distance from which the whole cloud is seen.
   * @values six numbers, position before target
   * @default 0,0,1,0,0,0
   * @example cam=0.5,0.5,0.7,0,0,0
   */
  cam?: Camera | undefined;
  /**
   * The cloud of another k that is kept behind this one, pale.
   * @values its k, then unit or pc where it is of those
   * @default none
   * @example ghost=64
   */
  ghost?: Ghost | null | undefined;
  /**
   * Whether points that are named or selected show where they came from.
   * @values on, off
   * @default off
   * @example trails=on
   */
  trails?: boolean | undefined;
  /**
   * How Play goes: its speed, its direction, whether it begins again, and its range.
   * @values what is unlike the default, in this order
   * @default 1x, up, to the end, all dims
   * @example play=2x,down,loop,64-1024
   */
  play?: Playing | undefined;
  /**
   * Which stop of the story is told, counted from 1.
   * @values a whole number
   * @default none
   * @example story=3
   */
  story?: number | undefined;
  /**
   * The ground.
   * @values dark, light
   * @default as the device has it
   * @example theme=light
   */
  theme?: "dark" | "light" | undefined;
  /**
   * The language of the interface.
   * @values en, zh
   * @default as the reader chose, or as the browser has it
   * @example lang=zh
   */
  lang?: Language | undefined;
  /**
   * Whether the view is part of another page: the cloud and the timeline alone.
   * @values 1
   * @default not
   * @example embed=1
   */
  embed?: boolean | undefined;
}

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
