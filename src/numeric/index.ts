export { crossOfAxes, crossOfScores, principalAxes, procrustes, turned } from "./align";

export { movement, principalAngles } from "./angles";
export { Best } from "./best";

export { seeded, WIDTH } from "./block";
export type { ColumnType, ColumnValues } from "./columns";
export { Covariance } from "./covariance";
export { type Estimate, Tally } from "./estimate";
export { type Kernels, loadKernels } from "./kernels/load";
export { isStart, LEAST, ladder, rungBelow, startBelow } from "./ladder";
export { mergedLists } from "./nearest-lists";
export type { NeighbourQuestion, Neighbours, Precision } from "./neighbours";
export type { PrefixOperator } from "./operator";
export { columnMoments } from "./profile";
export type { Projection } from "./scores";
export { Shard } from "./shard";
export { leadingSpectrum, SMALL, type Spectrum } from "./spectrum";
export { detectSteps, type Step } from "./steps/detect-steps";
export type { UnitVectors } from "./unit-rows";
