/** Where the points of each label lie, and how clearly they lie apart from the rest. */
export interface Centres {
  /** Three numbers a label: the mean of its points. */
  places: Float32Array;
  /** One number a label: how far its mean is from the mean of all, in units of its own spread. */
  clarity: Float32Array;
}

/** Means and clarity of every label, in two passes over the points, whose own mean is 0. */
export function centresOf(positions: Float32Array, codes: Uint16Array, labels: number): Centres {
  const places = new Float32Array(labels * 3);
  const counts = new Uint32Array(labels);
  const spread = new Float64Array(labels);
  const rows = Math.min(codes.length, positions.length / 3);
  for (let row = 0; row < rows; row++) {
    const code = codes[row];
    counts[code]++;
    for (let axis = 0; axis < 3; axis++) places[code * 3 + axis] += positions[row * 3 + axis];
  }
  for (let i = 0; i < places.length; i++) places[i] /= Math.max(1, counts[Math.floor(i / 3)]);
  for (let row = 0; row < rows; row++) {
    const code = codes[row];
    for (let axis = 0; axis < 3; axis++) {
      spread[code] += (positions[row * 3 + axis] - places[code * 3 + axis]) ** 2;
    }
  }
  const clarity = new Float32Array(labels);
  for (let code = 0; code < labels; code++) {
    const distance = Math.hypot(places[code * 3], places[code * 3 + 1], places[code * 3 + 2]);
    clarity[code] = counts[code] > 1 ? distance / Math.sqrt(spread[code] / counts[code]) : 0;
  }
  return { places, clarity };
}
