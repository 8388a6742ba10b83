import type { Frame, Mode } from "../engine";
import type { Keyframes } from "./keyframes";
import type { ScopeState } from "./scope";

/**
 * The root mean square radius that is drawn as 1 at true size in unit mode: that of the sphere on which all vectors lie.
 */
export const SPHERE = 1;

/**
 * The dims whose cloud is drawn at a radius of 1 at true size. In raw mode it is the largest of all prefixes' clouds:
 * the eigenvalues of a leading block are no larger than those of the whole (Cauchy's interlacing theorem; Horn and
 * Johnson, Matrix Analysis, 4.3.17).
 *
 * @returns null in unit mode, where `SPHERE` is the measure
 */
export function largestDims(mode: Mode, dims: number): number | null {
  return mode === "raw" ? dims : null;
}

/**
 * The dims whose frame is still to be computed before clouds have their true size; null where none is, or not all dims
 * have arrived. Without it a cloud would shrink each time that a larger one comes to be known, and look another way on
 * another machine.
 *
 * @param frame the newest of the space
 * @param held its keyframes
 */
export function sizeDue(
  { size, mode }: Pick<ScopeState, "size" | "mode">,
  { frame, dims, columns }: { frame: Frame | null; dims: number; columns: number },
  held: Keyframes,
): number | null {
  const largest = size === "true" && columns === dims ? largestDims(mode, dims) : null;
  return largest === null || largest <= held.reach || frame?.k === largest ? null : largest;
}

/** As `sizeDue`, of the open space. */
export function openSizeDue(state: ScopeState, held: Keyframes): number | null {
  const { frame, manifest, progress } = state;
  return manifest && sizeDue(state, { frame, dims: manifest.dims, columns: progress.columns }, held);
}
