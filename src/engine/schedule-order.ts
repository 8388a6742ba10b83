import { ladder } from "../numeric";

/**
 * The keyframes worth having around a place of the slider: the rungs of the ladder that have arrived, nearest first on
 * the logarithmic axis.
 *
 * @param columns how many of the `dims` columns have arrived
 */
export function rungsAround(k: number, dims: number, columns: number): number[] {
  const distance = (rung: number) => Math.abs(Math.log(rung / k));
  return ladder(dims)
    .filter((rung) => rung <= columns)
    .sort((a, b) => distance(a) - distance(b) || a - b);
}
