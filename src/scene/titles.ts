import type { ScopeState } from "../state";
import { MOST_NAMES } from "./group-names";
import type { Rectangle } from "./place-labels";

/** Half of what the ring around a selected point takes, in pixels. */
const RING = 9;

/** What the ring around a selected point takes. */
export function ringAround({ x, y }: { x: number; y: number }): Rectangle {
  return { left: x - RING, top: y - RING, width: 2 * RING, height: 2 * RING };
}

/** The selected rows whose titles are shown, the focused one first. The card tells of the one under the pointer. */
export function titledRows({ selection, focus }: Pick<ScopeState, "selection" | "focus">): readonly number[] {
  if (selection.length > MOST_NAMES || focus === null) return focus === null ? [] : [focus];
  return [focus, ...selection.filter((row) => row !== focus)];
}

/** More rings than this would cover the cloud; of a larger selection the colours tell. */
const MOST_RINGS = 32;

/** The selected rows that bear a ring. */
export function ringedRows({ selection, focus }: Pick<ScopeState, "selection" | "focus">): readonly number[] {
  return selection.length <= MOST_RINGS ? selection : selection.filter((row) => row === focus);
}
