import type { Frame } from "../engine";
import { said } from "../i18n/said";
import type { NumberColumn } from "../sources";

/** What is computed from a frame for every point, by its name in a link. */
export const MEASURES = [
  { name: "axis1", title: said("Score on axis 1") },
  { name: "axis2", title: said("Score on axis 2") },
  { name: "axis3", title: said("Score on axis 3") },
  { name: "radius", title: said("Distance from the mean") },
] as const;

/** What is computed over all dims once it is asked for: the smallest prefix from which a point keeps its neighbours. */
export const SETTLES = { name: "settles", title: said("Settles at") } as const;

/** One number a point, of the exact frame: a score, or how far from the mean of all the point lies in the picture. */
export function measure(name: (typeof MEASURES)[number]["name"], { scores }: Pick<Frame, "scores">): NumberColumn {
  const values = new Float32Array(scores.length / 3);
  const axis = ["axis1", "axis2", "axis3"].indexOf(name);
  for (let row = 0; row < values.length; row++) {
    const at = row * 3;
    values[row] = axis >= 0 ? scores[at + axis] : Math.hypot(scores[at], scores[at + 1], scores[at + 2]);
  }
  return { kind: "number", name, values };
}
