import { describe, expect, test } from "vitest";
import { sameSteps, smoothProfile, steppedProfile, wanderingProfile } from "../testing/profiles";
import { gaussian } from "../testing/reference";
import { detectSteps } from "./detect-steps";

// `npm run steps` holds it against 200 of each.
describe("of 48 profiles that are not stepped", () => {
  test("none is given a step", () => {
    const wrong: unknown[] = [];
    for (let seed = 0; seed < 48; seed++) {
      const steps = detectSteps(smoothProfile(1000 + seed));
      if (steps.length > 0) wrong.push({ seed, kind: (1000 + seed) % 6, steps });
    }
    expect(wrong).toEqual([]);
  }, 240_000);
});

describe("of 48 stepped profiles", () => {
  test("every step is found, and no other", () => {
    const wrong: unknown[] = [];
    for (let seed = 0; seed < 48; seed++) {
      const profile = steppedProfile(5000 + seed);
      const found = detectSteps(profile.std);
      if (!sameSteps(found, profile)) wrong.push({ seed, steps: profile.steps, found });
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

test.each([
  [0.3, 0],
  [0.5, 1],
])(
  "noise whose correlation from dimension to dimension is %d is hardly ever a step",
  (together, most) => {
    const wrong: unknown[] = [];
    for (let seed = 0; seed < 24; seed++) {
      const steps = detectSteps(wanderingProfile(900 + seed, together));
      if (steps.length > 0) wrong.push({ seed, steps });
    }
    expect(wrong.length, JSON.stringify(wrong)).toBeLessThanOrEqual(most);
  },
  60_000,
);

test("the fewer rows a profile is of, the less sure is a slight step", () => {
  // The log of a standard deviation of n normal values is off by 1 ÷ √(2n).
  const confidences = [400, 25, 12].map((rows) => {
    const normal = gaussian(12);
    const std = Float64Array.from(
      { length: 1536 },
      (_, j) => (j < 640 ? 1 : 0.95) * Math.exp(normal() / (2 * rows) ** 0.5),
    );
    return detectSteps(std)[0]?.confidence ?? 0;
  });
  expect(confidences[0]).toBeGreaterThan(0.9999);
  expect(confidences[1]).toBeLessThan(0.9999);
  expect(confidences[1]).toBeGreaterThanOrEqual(0.99);
  expect(confidences[2]).toBe(0);
});
