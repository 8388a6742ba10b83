export type { CategoryColumn, Manifest, PointTable, Problem, TextColumn } from "./types";
