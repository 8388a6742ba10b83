export { cross } from "./cross";
export { packColumns, packF32, packRows } from "./pack";
export { packPairs, productPairs } from "./pairs";
export { product } from "./product";
export { blockProduct } from "./block";
export { rowNorms, weightedSums } from "./norms";
export { unitApply } from "./unit";
export { mirroredProduct, transposedProduct } from "./symmetric";
