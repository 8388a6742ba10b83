// A door of its own: what goes through it is fetched when someone asks for a page, and not with the first frame.
export { sampleRows } from "../../sources/staging/sample";
export { type CarryPlan, Packer } from "./packer";
