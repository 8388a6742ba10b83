import { describe, expect, test } from "vitest";
import { seeded } from "../block";
import { gaussian } from "../testing/reference";
import { detectSteps } from "./detect-steps";

const DIMS = [384, 512, 768, 1024, 1536];

/** Smooth profiles of every kind that is not stepped, with their noise. */
function smoothProfile(seed: number): Float64Array {
  const random = seeded(seed);
  const normal = gaussian(seed + 1);
  const between = (low: number, high: number) => low + random() * (high - low);
  const d = DIMS[seed % DIMS.length];
  const noise = between(0.005, 0.15);
  const [a, b, c] = [random(), random(), random()];
  const shapes: ((u: number) => number)[] = [
    () => 0,
    (u) => -(0.05 + 0.75 * a) * Math.log(u * d + 1 + 50 * b),
    (u) => -(0.2 + 1.8 * a) * u,
    (u) => (0.05 + 0.45 * a) * Math.sin((0.5 + 2.5 * b) * 2 * Math.PI * u + 6 * c),
    (u) => -(0.3 + 1.2 * a) * (1 - Math.exp(-u / (0.02 + 0.48 * b))),
    (u) => (0.2 + 0.8 * a) / (1 + Math.exp((u - 0.2 - 0.6 * b) / (0.04 + 0.11 * c))),
  ];
  const shape = shapes[seed % shapes.length];
  return Float64Array.from({ length: d }, (_, j) => Math.exp(shape(j / d) + noise * normal()));
}

/** A stepped profile: one to four changes of level of 10 to 50 %, at round places or at any. */
function steppedProfile(seed: number): { std: Float64Array; steps: number[]; blur: number[] } {
  const random = seeded(seed);
  const normal = gaussian(seed + 1);
  const d = [512, 768, 1024, 1536][seed % 4];
  const steps: number[] = [];
  const wanted = 1 + Math.floor(random() * 4);
  for (let tries = 0; tries < 50 && steps.length < wanted; tries++) {
    const any = 64 + Math.floor(random() * (d - 127));
    const place = seed % 2 ? 64 * Math.round(any / 64) : any;
    if (place < d - 63 && steps.every((other) => Math.abs(other - place) >= 64)) steps.push(place);
  }
  steps.sort((a, b) => a - b);
  const levels = steps.map(() => Math.log(0.9 - 0.4 * random()));
  const noise = 0.005 + 0.045 * random();
  const std = Float64Array.from({ length: d }, (_, j) => {
    const level = steps.reduce((sum, step, i) => sum + (j >= step ? levels[i] : 0), 0);
    return Math.exp(level + noise * normal());
  });
  // How many dims off a place may be told: what the noise leaves open (its variance over the square of the level).
  return { std, steps, blur: levels.map((level) => Math.max(4, 40 * (noise / level) ** 2)) };
}

describe("of 200 profiles that are not stepped", () => {
  test("none is given a step", () => {
    const wrong: unknown[] = [];
    for (let seed = 0; seed < 200; seed++) {
      const steps = detectSteps(smoothProfile(1000 + seed));
      if (steps.length > 0) wrong.push({ seed, kind: (1000 + seed) % 6, steps });
    }
    expect(wrong).toEqual([]);
  }, 240_000);
});

describe("of 200 stepped profiles", () => {
  test("every step is found, and no other", () => {
    const wrong: unknown[] = [];
    for (let seed = 0; seed < 200; seed++) {
      const { std, steps, blur } = steppedProfile(5000 + seed);
      const found = detectSteps(std);
      const same = found.length === steps.length && found.every(({ dims }, i) => Math.abs(dims - steps[i]) <= blur[i]);
      if (!same) wrong.push({ seed, steps, found });
    }
    expect(wrong).toEqual([]);
  }, 240_000);
});

test("the height and the place of a step are told", () => {
  const normal = gaussian(3);
  const std = Float64Array.from({ length: 1024 }, (_, j) => (j < 512 ? 0.03 : 0.024) * Math.exp(0.02 * normal()));
  const [step, ...others] = detectSteps(std);
  expect(others).toEqual([]);
  expect(step.dims).toBe(512);
  expect(step.ratio).toBeCloseTo(0.8, 1);
  expect(step.confidence).toBeGreaterThan(0.99);
});

test("a few dead dimensions are no steps", () => {
  const normal = gaussian(9);
  const std = Float64Array.from({ length: 768 }, (_, j) => (j % 97 === 5 ? 1e-6 : Math.exp(0.1 * normal())));
  expect(detectSteps(std)).toEqual([]);
});
