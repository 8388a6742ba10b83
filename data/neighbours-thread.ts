// Answers a range of queries: dot products grow block by block, so that every prefix costs only its own dims.
import { workerData } from "node:worker_threads";
import { loadKernels } from "../src/numeric/kernels/load";
import { Multiplier, type Packer } from "../src/numeric/multiply";
import { NEAREST, type NeighbourTask } from "./neighbours";
import { taskOf } from "./threads";

const QUERIES = 256;
const { space, prefixes, from, to, found } = taskOf<NeighbourTask>(workerData);
const { rows, dims, values, scale } = space;
const kernels = await loadKernels("plain");
const multiplier = new Multiplier(kernels);
const stride = (rows + 7) & ~7;
const points = kernels.allocate(rows * dims * 4);
const dots = kernels.allocate(QUERIES * stride * 4);

const x = kernels.f32(points, rows * dims);
for (let j = 0; j < dims; j++) {
  for (let r = 0; r < rows; r++) x[r * dims + j] = values[j * rows + r] * scale[j];
}
const inverseNorms = prefixes.map((end) =>
  Float64Array.from({ length: rows }, (_, r) => {
    let square = 0;
    for (let j = r * dims; j < r * dims + end; j++) square += x[j] * x[j];
    return 1 / Math.sqrt(square + 1e-30);
  }),
);

for (let first = from; first < to; first += QUERIES) {
  const count = Math.min(QUERIES, to - first);
  const s = kernels.f32(dots, QUERIES * stride).fill(0);
  prefixes.forEach((end, p) => {
    const start = p > 0 ? prefixes[p - 1] : 0;
    multiplier.multiply(pack(first, start), pack(0, start), count, rows, 0, end - start, dots, stride);
    for (let q = 0; q < count; q++) {
      const out = (p * rows + first + q) * NEAREST;
      nearest(s.subarray(q * stride, q * stride + rows), inverseNorms[p], first + q, out);
    }
  });
}

function pack(firstRow: number, firstDim: number): Packer {
  return (panel, row, count, start, depth, width) =>
    kernels.packF32(panel, points + ((firstRow + row) * dims + firstDim + start) * 4, count, depth, 1, dims, width, 0);
}

/** Keeps the ten with the largest cosine; of equal ones the row that comes first. */
function nearest(products: Float32Array, inverse: Float64Array, self: number, out: number): void {
  const best = new Float64Array(NEAREST).fill(Number.NEGATIVE_INFINITY);
  for (let r = 0; r < rows; r++) {
    const value = products[r] * inverse[r];
    if (value <= best[NEAREST - 1] || r === self) continue;
    let place = NEAREST - 1;
    while (place > 0 && value > best[place - 1]) {
      best[place] = best[place - 1];
      found[out + place] = found[out + place - 1];
      place--;
    }
    best[place] = value;
    found[out + place] = r;
  }
}
