import { type Covariance, leadingAxes, type Projection } from "../numeric";

/**
 * All rows turned onto the leading principal axes of the whole, not centred: with as many axes as dims this is the same
 * space, with the same cosines; with fewer, what a linear cut can keep of it at best.
 *
 * @param project the scores of all rows, n × 3 a projection
 * @param pause awaited between two pieces of work
 * @returns a column an axis, one after the other, up to a factor they have in common
 */
export async function principalColumns(
  covariance: Covariance,
  project: (projections: Projection[]) => Promise<Float32Array[]>,
  count: number,
  pause?: () => Promise<void>,
): Promise<Float32Array> {
  const { rows, dims } = covariance;
  const { axes, values } = await leadingAxes(covariance.prefix(dims), count, pause);
  const found = values.length;
  const means = covariance.means(dims);
  const columns = new Float32Array(rows * found);
  for (let first = 0; first < found; first += 3) {
    const three = new Float32Array(dims * 3);
    const shift = [0, 0, 0];
    for (let r = 0; r < dims; r++) {
      for (let c = 0; c < Math.min(3, found - first); c++) {
        three[r * 3 + c] = axes[r * found + first + c];
        shift[c] += means[r] * three[r * 3 + c];
      }
    }
    const [scores] = await project([{ k: dims, axes: three, unit: null }]);
    for (let c = 0; c < Math.min(3, found - first); c++) {
      for (let r = 0; r < rows; r++) columns[(first + c) * rows + r] = scores[r * 3 + c] + shift[c];
    }
    await pause?.();
  }
  return columns;
}
