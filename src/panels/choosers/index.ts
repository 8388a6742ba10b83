export { ColorSelect } from "./ColorSelect";
export { DatasetSelect } from "./DatasetSelect";
