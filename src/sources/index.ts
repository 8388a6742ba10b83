export { openDatasetFolder, type Source } from "./dataset-folder";
export { SourceError } from "./problem";
export type { CategoryColumn, Manifest, PointTable, Problem, TextColumn } from "./types";
