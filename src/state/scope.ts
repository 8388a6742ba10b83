import { createStore } from "zustand/vanilla";
import type { Axes, Build, Frame, Mode } from "../engine";
import type { Manifest, PointTable, Problem } from "../sources";
import type { Choices } from "./history";
import type { SelectionNeighbours } from "./neighbour-list";
import type { RowSet } from "./row-set";

export const FIRST_K = 4;
export const DEFAULT_DATA = "wordnet-mrl-3072";
export const DEFAULT_COLOR = "category";

/** What can lie open beside the cloud. */
export const PANELS = ["none", "points", "table"] as const;
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
  /** Columns that have arrived (the slider reaches up to there), and bytes of the vectors. */
  progress: { columns: number; bytes: number; totalBytes: number };
  /** Standard deviation of each dimension; the first `progress.columns` entries are known. */
  std: Float32Array;
  /** The newest exact frame; its `k` trails the slider's while it is being computed. */
  frame: Frame | null;
  playing: boolean;
  /** The column that colours the points. */
  color: string;
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
  /** The neighbours of the focused row, as far as they have been computed. */
  neighbours: SelectionNeighbours;
  /** What is typed in the search, and what it finds; null while nothing is typed. */
  query: string;
  hits: { query: string; rows: Int32Array; total: number } | null;
  /** Which panel is open. */
  panel: Panel;
  theme: "dark" | "light" | "system";
  /** What stops the page from showing the space, in words; null while all is well. */
  problem: Problem | null;
  /** What was left out or set right, in words; the page goes on. */
  notice: string | null;
}

export const initialState: ScopeState = {
  data: DEFAULT_DATA,
  spaces: [],
  k: 512,
  kChosen: false,
  mode: "raw",
  axes: "aligned",
  build: null,
  manifest: null,
  points: null,
  progress: { columns: 0, bytes: 0, totalBytes: 0 },
  std: new Float32Array(0),
  frame: null,
  playing: false,
  color: DEFAULT_COLOR,
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
  neighbours: { atK: null, atFull: null },
  query: "",
  hits: null,
  panel: "none",
  theme: "system",
  problem: null,
  notice: null,
};

/** The one store. It knows nothing of React; `useScope` is the hook over it. */
export const scope = createStore<ScopeState>(() => initialState);
