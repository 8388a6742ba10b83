export { alignAxes, principalAxes } from "./align";
export { Covariance } from "./covariance";
export { type Kernels, loadKernels } from "./kernels/load";
export { LEAST, ladder, rungBelow } from "./ladder";
export { type ColumnType, Shard } from "./shard";
export { leadingSpectrum, type Spectrum } from "./spectrum";
