export { FORMATS } from "./encode";
export { type Estimate, estimateFilm } from "./estimate";
export { drawer, exactFramesOf, makeFilm } from "./film";
export { frameCount, momentAt } from "./path";
export { FilmPictures, pathOf, pinnedOf, turnedBy } from "./picture";
export {
  type FilmFormat,
  type FilmSettings,
  firstSettings,
  frameRates,
  SECONDS,
  SHAPES,
  SHORT_SIDES,
  type Shape,
  shapeOf,
  sizeOf,
  TURN,
  withinReach,
} from "./settings";
export { openStore } from "./store";
export { writable } from "./support";
