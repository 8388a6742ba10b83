export type { Frame } from "../engine";
export type { CategoryColumn, Manifest, PointTable, Problem, TextColumn } from "../sources";
export { isolateLabel, setHover, setK, setTheme, toggleMuted, togglePlay } from "./actions";
export { FIRST_K, type ScopeState, scope } from "./scope";
export { useScope } from "./use-scope";
