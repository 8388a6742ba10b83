/** The neighbours of a point at one prefix, nearest first. */
export interface NeighbourList {
  row: number;
  k: number;
  rows: Int32Array;
  cosines: Float32Array;
}

/** What is shown of the focused point's neighbours. */
export interface SelectionNeighbours {
  /** At the dims of the slider; trails it while it is being computed. */
  atK: NeighbourList | null;
  /** At all dims; null until all have arrived. */
  atFull: NeighbourList | null;
}
