import { useState } from "react";
import type { XAxis, YAxis } from "./axes";

/**
 * The axis as it was, as long as it says the same: an axis written anew at every render draws nothing anew. The
 * labels of the axis are supposed to be written by the same `format` until something else of it changes.
 */
export function useSameAxis<A extends XAxis | YAxis>(axis: A): A {
  const [kept, setKept] = useState(axis);
  const same = (Object.keys({ ...kept, ...axis }) as (keyof A)[]).every((key) => isSame(kept[key], axis[key]));
  if (same) return kept;
  setKept(axis);
  return axis;
}

function isSame(one: unknown, other: unknown): boolean {
  if (typeof one === "function" && typeof other === "function") return true;
  if (Array.isArray(one) && Array.isArray(other))
    return one.length === other.length && one.every((v, i) => v === other[i]);
  return one === other;
}
