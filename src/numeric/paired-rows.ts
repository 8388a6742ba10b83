/** What each row of one set of vectors has to do with the same row of another. */
export interface PairedRows {
  /** Cosine of the first `dims` values of the one with the whole of the other; 0 where one of them is zero. */
  cosines: Float64Array;
  /** Length of the first `dims` values of the one over the length of its whole; 0 where that is zero. */
  ratios: Float64Array;
}

/**
 * Holds the prefixes of some vectors against other vectors of the same texts. Where the others are what a model's
 * interface answers when it is asked for fewer dims, the cosines say whether they are those prefixes renormalised, and
 * the ratios what was divided by; where they are another model's, whether the two have axes in common.
 *
 * @param long rows × `longDims`, row-major
 * @param short rows × `dims`, row-major
 * @param dims at most `longDims`
 */
export function pairedRows(long: Float32Array, longDims: number, short: Float32Array, dims: number): PairedRows {
  const rows = short.length / dims;
  const cosines = new Float64Array(rows);
  const ratios = new Float64Array(rows);
  for (let row = 0; row < rows; row++) {
    const [at, other] = [row * longDims, row * dims];
    let [dot, ofPrefix, ofShort] = [0, 0, 0];
    for (let j = 0; j < dims; j++) {
      const [x, y] = [long[at + j], short[other + j]];
      dot += x * y;
      ofPrefix += x * x;
      ofShort += y * y;
    }
    let whole = ofPrefix;
    for (let j = dims; j < longDims; j++) whole += long[at + j] ** 2;
    const norms = Math.sqrt(ofPrefix) * Math.sqrt(ofShort);
    cosines[row] = norms > 0 ? dot / norms : 0;
    ratios[row] = whole > 0 ? Math.sqrt(ofPrefix / whole) : 0;
  }
  return { cosines, ratios };
}
