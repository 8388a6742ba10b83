import { shuffled } from "../sample-rows";
import type { OpenSpace } from "../service";
import { principalComponents } from "./principal-components";
import { reordered } from "./reordered";

/**
 * What a space can be held against that is made of itself: its dims from the last to the first, in a shuffled order, or
 * in another that stands for a random draw (the first k of a random order are one; the study `draws` takes more); or the
 * principal components of the whole.
 */
export type Control = Order | "components";
type Order = "last" | "shuffled" | "random";

/** How many principal components there are at most: of more the spectrum would take minutes. */
const COMPONENTS = 256;

const SEEDS = { shuffled: 11, random: 12 };

/** The order of the dims of a control: which dimension, counted from 0, stands at each place. */
export function controlOrder(control: Order, dims: number): Int32Array {
  if (control === "last") return Int32Array.from({ length: dims }, (_, i) => dims - 1 - i);
  return shuffled(dims, SEEDS[control]);
}

/** The control of a space, as a space. */
export function controlOf(space: OpenSpace, control: Control): OpenSpace {
  if (control === "components") return principalComponents(space, Math.min(COMPONENTS, space.dims));
  return reordered(space, controlOrder(control, space.dims));
}
