// The one door to Observable Plot, so that the library is a chunk of its own, fetched with the first chart.
export { drawBars } from "./draw-bars";
export { drawLines } from "./draw-lines";
