import { describe, expect, it } from "vitest";
import { loadKernels } from "../src/numeric/kernels/load";
import { type Batch, Sampler } from "./batches";
import { Exchange, exchangeMemory } from "./exchange";
import { seeded } from "./random";
import { Slice } from "./slice";
import { type Bags, shared } from "./vocabulary";

// A model of 48 dims in two blocks, cut in two slices, over 60 texts of a vocabulary of 50.
const prefixes = [16, 48];
const vocabulary = 50;
const random = seeded(9);
const texts = 60;
const bags: Bags = {
  starts: Int32Array.from({ length: texts + 1 }, (_, t) => 5 * t),
  tokens: Int32Array.from({ length: 5 * texts }, () => Math.floor(random() * vocabulary)),
  weights: Float32Array.from({ length: 5 * texts }, () => 1 + random()),
};
const pairs = {
  anchors: Int32Array.from({ length: 30 }, (_, i) => i),
  positives: Int32Array.from({ length: 30 }, (_, i) => 30 + (i % 20)),
};
const size = 16;
const sampler = () => new Sampler(bags, vocabulary, pairs, size, 0.2, 1);

async function slicesOf(): Promise<{ slices: Slice[]; exchange: Exchange }> {
  const exchange = new Exchange(exchangeMemory(size, prefixes.length, vocabulary, 2));
  const make = async (index: number) =>
    new Slice(await loadKernels("plain"), exchange, prefixes, vocabulary, 0.5, index, 3);
  return { slices: [await make(0), await make(1)], exchange };
}

function lossOf({ slices, exchange }: Awaited<ReturnType<typeof slicesOf>>, batch: Batch): number {
  for (const slice of slices) slice.forward(batch);
  for (const slice of slices) slice.loss(batch, 5);
  return exchange.losses[0] + exchange.losses[1];
}

describe("the slices of a model", () => {
  it("have the gradient by their tokens that central differences find", async () => {
    const model = await slicesOf();
    const batch = sampler().next();
    lossOf(model, batch);
    for (const slice of model.slices) slice.backward(batch);
    for (const slice of model.slices) {
      const gradient = slice.tokens.gradient(batch);
      const largest = gradient.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
      for (const [slot, k] of [
        [0, 0],
        [3, 7],
        [8, 8],
        [11, 23],
      ]) {
        const at = batch.distinct[slot] * slice.width + k;
        const value = slice.tokens.values[at];
        slice.tokens.values[at] = value + 0.01;
        const above = lossOf(model, batch);
        slice.tokens.values[at] = value - 0.01;
        const difference = (above - lossOf(model, batch)) / 0.02;
        slice.tokens.values[at] = value;
        // The products are single precision, and so the differences are.
        expect(Math.abs(difference - gradient[slot * slice.width + k])).toBeLessThan(0.005 * largest);
      }
    }
  });

  it("learn: the loss falls", async () => {
    const model = await slicesOf();
    const run = sampler();
    const losses: number[] = [];
    for (let step = 0; step < 40; step++) {
      const batch = run.next();
      losses.push(lossOf(model, batch));
      for (const slice of model.slices) slice.backward(batch);
      for (const slice of model.slices) slice.update(batch, 0.1);
    }
    expect(losses[39]).toBeLessThan(0.5 * losses[0]);
  });

  it("write every dim of the asked texts, weighted", async () => {
    const { slices } = await slicesOf();
    const columns = shared(Float32Array, 2 * 48);
    for (const slice of slices) slice.embed(bags, Int32Array.of(7, 9), columns);
    expect(columns.every((value) => value !== 0)).toBe(true);
    // Dim 8 of the space is the first of the second slice.
    let sum = 0;
    for (let entry = 45; entry < 50; entry++)
      sum += bags.weights[entry] * slices[1].tokens.values[bags.tokens[entry] * 24];
    expect(columns[8 * 2 + 1]).toBeCloseTo(sum, 5);
  });
});
