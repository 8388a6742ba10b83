// Pictures of the view, for who asks for them: fetched with the sheet that exports.
export { CARD } from "./card";
export { type Background, composePicture, type PictureWish } from "./compose";
export { measureText } from "./fonts";
export type { Parts } from "./furnish";
export type { Measure, Page } from "./page";
export { fits, MOST, pagePng, pixelsOf } from "./page-png";
export { drawPage } from "./write-canvas";
export { svgOf } from "./write-svg";
