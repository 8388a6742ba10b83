export { openDatasetFolder, readDatasetFolder } from "./dataset-folder";
export { fromHalf, toHalf } from "./half";
export type { Input } from "./input";
export type { ColumnReport, HubPart, Inspection, TableReport, VectorReport } from "./inspection";
export type { Plan } from "./plan";
export { reasonOf, SourceError } from "./problem";
export type { Source, SourceBlock, WholeBlock } from "./source";
export type { SkippedRow, ValueType } from "./table";
export type { CategoryColumn, Manifest, NumberColumn, PointTable, Problem, TextColumn } from "./types";
