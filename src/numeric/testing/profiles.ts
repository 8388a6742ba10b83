import { seeded } from "../block";
import { gaussian } from "./reference";

const SMOOTH_DIMS = [384, 512, 768, 1024, 1536];
const STEPPED_DIMS = [512, 768, 1024, 1536];

/** A seeded std profile that is smooth, of one of six kinds (flat, power law, decays, waves, a soft edge), with noise. */
export function smoothProfile(seed: number): Float64Array {
  const random = seeded(seed);
  const normal = gaussian(seed + 1);
  const between = (low: number, high: number) => low + random() * (high - low);
  const d = SMOOTH_DIMS[seed % SMOOTH_DIMS.length];
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

/** A seeded stepped std profile: one to four changes of level of 10 to 50 %, at round places or at any. */
export function steppedProfile(seed: number): {
  std: Float64Array;
  steps: number[];
  /** How many dims off each may be told: what the noise leaves open (its variance over the square of the level). */
  blur: number[];
} {
  const random = seeded(seed);
  const normal = gaussian(seed + 1);
  const d = STEPPED_DIMS[seed % STEPPED_DIMS.length];
  const steps: number[] = [];
  const wanted = 1 + Math.floor(random() * 4);
  for (let tries = 0; tries < 50 && steps.length < wanted; tries++) {
    const drawn = 64 + Math.floor(random() * (d - 127));
    const place = seed % 2 ? 64 * Math.round(drawn / 64) : drawn;
    if (place < d - 63 && steps.every((other) => Math.abs(other - place) >= 64)) steps.push(place);
  }
  steps.sort((a, b) => a - b);
  const levels = steps.map(() => Math.log(0.9 - 0.4 * random()));
  const noise = 0.005 + 0.045 * random();
  const std = Float64Array.from({ length: d }, (_, j) => {
    const level = steps.reduce((sum, step, i) => sum + (j >= step ? levels[i] : 0), 0);
    return Math.exp(level + noise * normal());
  });
  return { std, steps, blur: levels.map((level) => Math.max(4, 40 * (noise / level) ** 2)) };
}

/** A flat std profile whose noise goes together from dimension to dimension: its correlation is `together` a dimension. */
export function wanderingProfile(seed: number, together: number): Float64Array {
  const normal = gaussian(seed);
  const d = SMOOTH_DIMS[seed % SMOOTH_DIMS.length];
  let value = normal();
  return Float64Array.from({ length: d }, () => {
    value = together * value + Math.sqrt(1 - together ** 2) * normal();
    return Math.exp(0.1 * value);
  });
}

/** Whether the steps found are the true ones, each within its blur, and no other. */
export function sameSteps(found: { dims: number }[], { steps, blur }: { steps: number[]; blur: number[] }): boolean {
  return found.length === steps.length && found.every(({ dims }, i) => Math.abs(dims - steps[i]) <= blur[i]);
}
