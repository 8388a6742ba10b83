export { alignAxes, principalAxes } from "./align";
export type { ColumnType, ColumnValues } from "./columns";
export { Covariance } from "./covariance";
export { type Kernels, loadKernels } from "./kernels/load";
export { LEAST, ladder, rungBelow } from "./ladder";
export { Shard } from "./shard";
export { leadingSpectrum, type Spectrum } from "./spectrum";
export type { UnitVectors } from "./unit-rows";
