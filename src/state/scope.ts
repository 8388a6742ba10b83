import { createStore } from "zustand/vanilla";
import type { Axes, Build, Frame, Keyframe, Mode } from "../engine";
import type { Language } from "../i18n";
import type { Said, Words } from "../i18n/said";
import type { Input, Manifest, PointTable, Problem, SkippedRow } from "../sources";
import type { Beside } from "./beside";
import { type Camera, FIRST_CAMERA } from "./camera";
import { HELD, HOLDS_SPACE } from "./carrying/holds";
import type { Choices } from "./history";
import type { Ghost } from "./link-values";
import type { SelectionNeighbours } from "./neighbour-list";
import type { RowSet } from "./row-set";
import type { Settling } from "./settling";

export const FIRST_K = 4;
export const DEFAULT_DATA = HOLDS_SPACE ? HELD : "wordnet-mrl-3072";
export const DEFAULT_COLOR = "category";

/** What can lie open beside the cloud. */
export const PANELS = ["none", "points", "table", "space", "retrieval", "compare"] as const;
export type Panel = (typeof PANELS)[number];

/** What a drag on the cloud does. */
export type Tool = "turn" | "box" | "lasso";

/** A demo space that the page offers. */
export interface SpaceEntry {
  name: string;
  title: string;
  rows: number;
  dims: number;
}

/** A place where the level of the std profile changes at once. */
export interface ProfileStep {
  /** The first dimension count at which the level changes: 512 means between the 512th and the 513th. */
  dims: number;
  /** Level after it over level before it. */
  ratio: number;
  /** Probability that it is one, 0.99 … 1. */
  confidence: number;
}

/** How the axis of dims is divided. */
export type Scale = "log" | "linear";

/** How Play goes. */
export interface Playing {
  /** Times the usual, at which the whole axis takes half a minute. */
  speed: number;
  direction: "up" | "down";
  /** Whether it begins again at the end of the range. */
  loop: boolean;
  /** The range, in dims; null stands for all that the space has. */
  from: number;
  to: number | null;
}

/** Everything the page shows of the open space. Panels and the scene read it; `actions` change it. */
export interface ScopeState {
  /** The open space by its name in the link. */
  data: string;
  /** The demo spaces, in the order they are offered. */
  spaces: SpaceEntry[];
  /** Where the slider is: the dims asked for. */
  k: number;
  /** Whether someone chose k (by the slider or a link); until then the space opens at its own stop. */
  kChosen: boolean;
  /** Whether every octave of dims is as wide as the next on the timeline, or every dimension. */
  scale: Scale;
  /** Whether the vectors are taken as they are, or each prefix scaled to length 1. */
  mode: Mode;
  /** Whether frames are turned towards the keyframe before them, or show the principal axes themselves. */
  axes: Axes;
  /** Which build of the kernels this browser runs; null until the first space has opened. */
  build: Build | null;
  /** What is known of the space; null until its manifest has arrived. */
  manifest: Manifest | null;
  /** Titles, texts and categories; null until they have arrived. */
  points: PointTable | null;
  /** Rows of its file that were left out, the first of them with reasons; null where there are none. */
  skipped: { rows: SkippedRow[]; count: number } | null;
  /** What is done before the space is there, in words, and what share of it; null where nothing is, or nobody knows. */
  reading: { what: Said; share: number | null } | null;
  /** Columns that have arrived (the slider reaches up to there), and bytes of the vectors. */
  progress: { columns: number; bytes: number; totalBytes: number };
  /** Standard deviation of each dimension; the first `progress.columns` entries are known. */
  std: Float32Array;
  /** Steps of that profile, rising; empty until all of it has arrived and been looked at. */
  steps: readonly ProfileStep[];
  /** Whether it has been looked at, so that no steps means that it has none. */
  stepsKnown: boolean;
  /** The newest exact frame; its `k` trails the slider's while it is being computed. */
  frame: Frame | null;
  playing: boolean;
  play: Playing;
  /** Whether every frame is drawn at the same root mean square radius, or growth is seen as growth. */
  size: "same" | "true";
  /** Whether points that are named or selected show where they came from. */
  trails: boolean;
  /** The frame of another k that is shown behind this one, to compare; null where none is. */
  ghost: Keyframe | null;
  /** The one that a link or a script asked for, until it has been computed. */
  ghostWish: Ghost | null;
  /** Where the camera stands when it rests. */
  cam: Camera;
  /** The column that colours the points. */
  color: string;
  /** Where the points settle, as far as that has been asked for. */
  settling: Settling;
  /** Labels of `color` that are muted in the legend. */
  muted: ReadonlySet<string>;
  /** The row under the pointer. */
  hover: number | null;
  /** The rows that are selected. */
  selection: RowSet;
  /** The one of them that the panel tells about; null where none is selected. */
  focus: number | null;
  /** The rows that alone are shown; null while all are. */
  isolated: RowSet | null;
  /** What was chosen before, oldest first, and what was undone, next one first. */
  past: readonly Choices[];
  future: readonly Choices[];
  tool: Tool;
  /** Whether keys without Ctrl or the like do something: who speaks to the page may want them off. */
  singleKeys: boolean;
  helpOpen: boolean;
  /** The sheet over the page that shares or exports the view; null while none is open. */
  sheet: "share" | "export" | null;
  /** The dialog that opens data, and what was given to it already (by a drop, say); null while it is closed. */
  openData: { input: Input | null } | null;
  /** The neighbours of the focused row, as far as they have been computed. */
  neighbours: SelectionNeighbours;
  /** What is typed in the search, and what it finds; null while nothing is typed. */
  query: string;
  hits: { query: string; rows: Int32Array; total: number } | null;
  /** Which panel is open. */
  panel: Panel;
  /** What the open space is held against: a control of it, or a demo space by its name; "none" for nothing. */
  compare: string;
  /** That other one, while there is one. */
  beside: Beside | null;
  /** Which stop of the story is told, counted from 1; 0 while it is not. */
  story: number;
  /** Whether its text is folded away, where it would lie over the cloud. */
  storyFolded: boolean;
  theme: "dark" | "light" | "system";
  /** The language that is chosen; the page speaks it once its catalogue is there. */
  lang: Language;
  /** Whether the page was opened as a part of another page; it stays so for as long as it lives. */
  embed: boolean;
  /** What stops the page from showing the space, in words; null while all is well. */
  problem: Problem | null;
  /** What was left out or set right, in words; the page goes on. */
  notice: Words | null;
  /** Loads the page again in a new version that is there; null while there is none. */
  update: (() => void) | null;
}

export const initialState: ScopeState = {
  data: DEFAULT_DATA,
  spaces: [],
  k: 512,
  kChosen: false,
  scale: "log",
  mode: "raw",
  axes: "aligned",
  build: null,
  manifest: null,
  points: null,
  skipped: null,
  reading: null,
  progress: { columns: 0, bytes: 0, totalBytes: 0 },
  std: new Float32Array(0),
  steps: [],
  stepsKnown: false,
  frame: null,
  playing: false,
  play: { speed: 1, direction: "up", loop: false, from: FIRST_K, to: null },
  size: "same",
  trails: false,
  ghost: null,
  ghostWish: null,
  cam: FIRST_CAMERA,
  color: DEFAULT_COLOR,
  settling: { coloring: null, share: null, cancelled: false },
  muted: new Set(),
  hover: null,
  selection: [],
  focus: null,
  isolated: null,
  past: [],
  future: [],
  tool: "turn",
  singleKeys: true,
  helpOpen: false,
  sheet: null,
  openData: null,
  neighbours: { atK: null, atFull: null },
  query: "",
  hits: null,
  panel: "none",
  compare: "none",
  beside: null,
  story: 0,
  storyFolded: false,
  theme: "system",
  lang: "en",
  embed: false,
  problem: null,
  notice: null,
  update: null,
};

/** The one store. It knows nothing of React; `useScope` is the hook over it. */
export const scope = createStore<ScopeState>(() => initialState);
