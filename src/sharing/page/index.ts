export { assemblePage, fetchFrame, type PageParts } from "./assemble";
export { carriedView } from "./carried-view";
export { dimsThatFit, type Measured, MOST_BYTES, pageBytes, typesFor } from "./plan";
