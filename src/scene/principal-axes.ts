/** So many rows tell the directions to a degree, which is all that a hand-sized drawing shows. */
const MOST_ROWS = 5_000;

type Triple = [number, number, number];

/**
 * The directions of the principal axes in the space of the scores, largest variance first. Where frames are aligned the
 * axes that are drawn are not the principal ones; these are the eigenvectors of the scores' covariance (Jacobi
 * rotations). Each points to where its largest coordinate is positive.
 *
 * @param scores n × 3, row-major, with a mean of 0
 */
export function principalAxes(scores: Float32Array): [Triple, Triple, Triple] {
  const m = covariance(scores);
  const v = [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ];
  for (let round = 0; round < 12; round++) {
    for (const [p, q] of [
      [0, 1],
      [0, 2],
      [1, 2],
    ]) {
      if (m[p][q] === 0) continue;
      const theta = (m[q][q] - m[p][p]) / (2 * m[p][q]);
      const t = (theta < 0 ? -1 : 1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
      const c = 1 / Math.sqrt(t * t + 1);
      const s = t * c;
      for (let i = 0; i < 3; i++) [m[i][p], m[i][q]] = [c * m[i][p] - s * m[i][q], s * m[i][p] + c * m[i][q]];
      for (let i = 0; i < 3; i++) [m[p][i], m[q][i]] = [c * m[p][i] - s * m[q][i], s * m[p][i] + c * m[q][i]];
      for (let i = 0; i < 3; i++) [v[i][p], v[i][q]] = [c * v[i][p] - s * v[i][q], s * v[i][p] + c * v[i][q]];
    }
  }
  const order = [0, 1, 2].sort((a, b) => m[b][b] - m[a][a]);
  return order.map((axis) => forwards([v[0][axis], v[1][axis], v[2][axis]])) as [Triple, Triple, Triple];
}

function covariance(scores: Float32Array): number[][] {
  const rows = scores.length / 3;
  const stride = Math.max(1, Math.floor(rows / MOST_ROWS));
  let [xx, xy, xz, yy, yz, zz] = [0, 0, 0, 0, 0, 0];
  for (let i = 0; i < scores.length; i += 3 * stride) {
    const [x, y, z] = [scores[i], scores[i + 1], scores[i + 2]];
    xx += x * x;
    xy += x * y;
    xz += x * z;
    yy += y * y;
    yz += y * z;
    zz += z * z;
  }
  return [
    [xx, xy, xz],
    [xy, yy, yz],
    [xz, yz, zz],
  ];
}

function forwards(axis: Triple): Triple {
  const largest = axis.reduce((most, value) => (Math.abs(value) > Math.abs(most) ? value : most));
  return largest < 0 ? (axis.map((value) => -value) as Triple) : axis;
}
