export type { Axes, Build, Frame, Keyframe, Mode } from "../engine";
export type { CategoryColumn, Manifest, PointTable, Problem, TextColumn } from "../sources";
export {
  dismissNotice,
  isolateLabel,
  report,
  setHover,
  setK,
  setMode,
  setTheme,
  toggleMuted,
  togglePlay,
} from "./actions";
export { type Keyframes, keyframes } from "./keyframes";
export { FIRST_K, type ScopeState, type SpaceEntry, scope } from "./scope";
export { createScripting, type Scripting } from "./scripting";
export { openSpace, retry } from "./session";
export { start } from "./start";
export { useScope } from "./use-scope";
