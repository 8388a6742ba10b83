export { base85Length } from "./base85";
export { blockEnds, CarriedSpace, carriedPoints } from "./carry";
export { narrowed } from "./narrowed";
export { WIDTHS } from "./widths";
