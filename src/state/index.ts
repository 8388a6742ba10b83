export type {
  Axes,
  Build,
  Frame,
  Interval,
  Keyframe,
  Mode,
  PictureFrame,
  StudyAnswer,
  StudyName,
  StudyOptions,
  StudyQuestion,
} from "../engine";
export type {
  CategoryColumn,
  ColumnReport,
  HubPart,
  Input,
  Inspection,
  Manifest,
  Plan,
  PointTable,
  Problem,
  SkippedRow,
  TableReport,
  TextColumn,
  ValueType,
  VectorReport,
} from "../sources";
export { estimateCost } from "../sources/network/tokens";
export { npyHeader } from "../sources/npy-header";
export {
  dismissNotice,
  hideOpenData,
  openPanel,
  openSheet,
  report,
  setCamera,
  setHelp,
  setHover,
  setK,
  setMode,
  setPlay,
  setScale,
  setSize,
  setTheme,
  setTool,
  showOpenData,
  tell,
  toggleGhost,
  togglePlay,
  toggleTrails,
  typeK,
} from "./actions";
export { type Beside, besideCaption, besideK, besideKeyframes, CONTROLS } from "./beside";
export { type Camera, FIRST_CAMERA, roundCamera, writeCamera } from "./camera";
export { HOLDS_SPACE } from "./carrying/holds";
export {
  type ColorChoice,
  type Coloring,
  colorChoices,
  coloringOf,
  colorValue,
  type LabelColoring,
  labelOf,
  labelsOfPoints,
  type NumberColoring,
} from "./coloring";
export { setCompare, studyBeside } from "./comparing";
export { isEmbedded } from "./embedded";
export { redo, undo } from "./history";
export { type Keyframes, keyframes } from "./keyframes";
export { setLanguage } from "./languages";
export { readLink, writeLink } from "./link";
export type { LinkState } from "./link-state";
export type { Ghost } from "./link-values";
export { linkOf } from "./linked";
export { SETTLES } from "./measures";
export type { NeighbourList, SelectionNeighbours } from "./neighbour-list";
export { keptCount, NEIGHBOURS } from "./neighbouring";
export { otherProfile } from "./other-profile";
export { ProblemError, type Waiting } from "./own/waiting";
export { playRange, playStart } from "./playing";
export { setSingleKeys } from "./preferences";
export { hasRow, type RowSet } from "./row-set";
export {
  FIRST_K,
  type Panel,
  type Playing,
  type ProfileStep,
  type Scale,
  type ScopeState,
  type SpaceEntry,
  scope,
  type Tool,
} from "./scope";
export { createScripting, type Scripting } from "./scripting";
export { search } from "./searching";
export {
  focusOn,
  type How,
  isolateLabel,
  isolateSelection,
  select,
  selectLabel,
  selectRows,
  setColor,
  showAll,
  toggleMuted,
  toggleSelected,
} from "./selecting";
export { openSpace, retry, study } from "./session";
export { settle, stopSettling } from "./settling";
export { hiddenLabels, shownTest } from "./shown";
export { largestDims, SPHERE } from "./sizing";
export { ownSource } from "./spaces";
export { start } from "./start";
export { useScope } from "./use-scope";
export { keepView, restoreView, type View, visit } from "./views";
export { type WriteNumber, writerFor } from "./write-numbers";
