export { packF32, packI8 } from "./pack";
export { product } from "./product";
export { blockProduct } from "./block";
export { projectF32, projectI8 } from "./project";
