import { describe, expect, it } from "vitest";
import { accuracy, nearestRows, recall } from "./neighbours";
import { quantise } from "./quantise";
import { seeded } from "./random";
import { runThreads } from "./threads";
import { train } from "./training";
import { type Bags, shared } from "./vocabulary";

const training = {
  prefixes: [16, 48],
  seed: 5,
  steps: 8,
  batch: 16,
  rate: 0.05,
  scale: 20,
  dropout: 0.3,
  spread: 0.05,
};

/** 80 texts of four tokens each from a vocabulary of 40. */
function tinyBags(): Bags {
  const random = seeded(2);
  const bags = { starts: shared(Int32Array, 81), tokens: shared(Int32Array, 320), weights: shared(Float32Array, 320) };
  for (let t = 0; t <= 80; t++) bags.starts[t] = 4 * t;
  for (let entry = 0; entry < 320; entry++) {
    bags.tokens[entry] = Math.floor(random() * 40);
    bags.weights[entry] = 1 + random();
  }
  return bags;
}

describe("training in threads", () => {
  const bags = tinyBags();
  const pairs = {
    anchors: Int32Array.from({ length: 40 }, (_, i) => i),
    positives: Int32Array.from({ length: 40 }, (_, i) => 40 + i),
  };
  const rows = Int32Array.from({ length: 80 }, (_, i) => i);

  it("gives the same bytes twice, in rows of length one", async () => {
    const steps: number[] = [];
    const first = await train(training, bags, 40, pairs, rows, (step) => steps.push(step));
    const second = await train(training, bags, 40, pairs, rows);
    expect(steps).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    expect(Buffer.from(first.buffer).equals(Buffer.from(second.buffer))).toBe(true);
    let square = 0;
    for (let k = 0; k < 48; k++) square += first[k * 80 + 3] ** 2;
    expect(square).toBeCloseTo(1, 5);

    const space = quantise(first, 80);
    const [short, full] = await nearestRows(space, [16, 48]);
    const cosine = (a: number, b: number) => {
      let [dot, left, right] = [0, 0, 0];
      for (let k = 0; k < 48; k++) {
        const x = space.values[k * 80 + a] * space.scale[k];
        const y = space.values[k * 80 + b] * space.scale[k];
        dot += x * y;
        left += x * x;
        right += y * y;
      }
      return dot / Math.sqrt(left * right);
    };
    for (const row of [0, 39, 40, 79]) {
      const others = [...rows].filter((other) => other !== row).sort((a, b) => cosine(row, b) - cosine(row, a));
      expect([...full.subarray(row * 10, row * 10 + 10)]).toEqual(others.slice(0, 10));
    }
    expect(recall(full, full)).toBe(1);
    expect(recall(short, full)).toBeLessThan(1);
  });

  it("is over when a thread fails", async () => {
    const missing = new URL("./no-such-thread.ts", import.meta.url);
    await expect(runThreads(missing, [1, 2], () => {})).rejects.toThrow(/no-such-thread/);
  });
});

describe("accuracy", () => {
  it("lets the commonest label win, and of equally common ones the nearest", () => {
    // Two rows; labels of the ten nearest come from the rows 2 … 11.
    const labels = [1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2];
    const nearest = [2, 3, 4, 5, 6, 7, 8, 9, 10, 11];
    expect(accuracy(Int32Array.from([...nearest, ...nearest]), labels)).toBe(0.5);
  });
});
