export { Cloud } from "./Cloud";
export { drawCount, screenPosition, whenDrawn } from "./current";
export { colorColumn } from "./follow-scope";
export type { Insets } from "./framing";
export { type Ground, useGround } from "./ground";
export { categoryColor } from "./palette";
export { pointColor, rampColors } from "./ramp";
export { forwardWheel, type ScreenPlaces, screenPlaces } from "./screen-places";
