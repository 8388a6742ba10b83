export { openDatasetFolder, readDatasetFolder } from "./dataset-folder";
export { SourceError } from "./problem";
export type { Source, SourceBlock } from "./source";
export type { CategoryColumn, Manifest, NumberColumn, PointTable, Problem, TextColumn } from "./types";
