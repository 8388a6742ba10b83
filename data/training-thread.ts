// The thread of one slice of the model: all slices draw the same batches and go through the phases in step.
import { parentPort, workerData } from "node:worker_threads";
import { loadKernels } from "../src/numeric/kernels/load";
import { Sampler } from "./batches";
import { Exchange } from "./exchange";
import { Slice } from "./slice";
import { taskOf } from "./threads";
import type { SliceTask } from "./training";

const { training, bags, vocabulary, pairs, memory, index, rows, columns } = taskOf<SliceTask>(workerData);
const { prefixes, batch: size, steps, seed, spread, rate, scale, dropout } = training;
// The plain build: a fused multiply-add would round differently where the machine has one.
const kernels = await loadKernels("plain");
const exchange = new Exchange(memory);
const slice = new Slice(kernels, exchange, prefixes, vocabulary, spread, index, seed + 1);
const sampler = new Sampler(bags, vocabulary, pairs, size, dropout, seed);
for (let step = 0; step < steps; step++) {
  const batch = sampler.next();
  slice.forward(batch);
  exchange.meet();
  slice.loss(batch, scale);
  exchange.meet();
  slice.backward(batch);
  exchange.meet();
  slice.update(batch, rate * (1 - step / steps));
  if (index === 0) {
    const loss = exchange.losses.reduce((sum, part) => sum + part, 0);
    parentPort?.postMessage({ step: step + 1, loss });
  }
}
slice.embed(bags, rows, columns);
