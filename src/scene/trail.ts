import type { Motion } from "./motion";

/** How far back a trail goes: three octaves of k. */
const LONGEST = 3 * Math.LN2;

/** A place where a point was, and how long ago: 0 is now, 1 where the trail ends. */
export interface Step {
  x: number;
  y: number;
  z: number;
  age: number;
}

/** Where a row was at the knots of the curve below where it is now, latest first; as large as it is drawn now. */
export function trailOf(motion: Motion, row: number): Step[] {
  const steps: Step[] = [];
  for (const knot of motion.knotsBelow(LONGEST)) {
    const scale = 1 / (motion.unitOf(knot) || 1);
    const [x, y, z] = knot.scores.subarray(row * 3, row * 3 + 3);
    const age = (motion.place - Math.log(knot.k)) / LONGEST;
    steps.push({ x: x * scale, y: y * scale, z: z * scale, age });
  }
  return steps;
}
