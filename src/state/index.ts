export type { Axes, Build, Frame, Keyframe, Mode } from "../engine";
export type { CategoryColumn, Manifest, PointTable, Problem, TextColumn } from "../sources";
export {
  closePanel,
  dismissNotice,
  isolateLabel,
  openPanel,
  report,
  select,
  setHover,
  setK,
  setMode,
  setPlay,
  setScale,
  setTheme,
  showAll,
  toggleMuted,
  togglePlay,
  typeK,
} from "./actions";
export { type Keyframes, keyframes } from "./keyframes";
export type { NeighbourList, SelectionNeighbours } from "./neighbour-list";
export { keptCount, NEIGHBOURS } from "./neighbouring";
export { playRange, playStart } from "./playing";
export { FIRST_K, type Playing, type ProfileStep, type Scale, type ScopeState, type SpaceEntry, scope } from "./scope";
export { createScripting, type Scripting } from "./scripting";
export { search } from "./searching";
export { openSpace, retry } from "./session";
export { start } from "./start";
export { useScope } from "./use-scope";
