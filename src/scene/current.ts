import type { Frame } from "../state";
import { drawn } from "./drawn";
import type { Insets } from "./framing";
import { projectRow } from "./picking";
import type { Stage } from "./stage";

/** The stage of the mounted cloud: the page has one. */
export const current: { stage: Stage | null } = { stage: null };

/** Resolves when the frame's exact positions are on screen, or those of a frame that has overtaken it. */
export const whenDrawn: typeof drawn.when = (frame) => drawn.when(frame);

/** Where a row was last drawn, in CSS pixels of the page's viewport; null if it is not on screen. */
export function screenPosition(row: number): { x: number; y: number } | null {
  const { stage } = current;
  const motion = stage?.buffers?.motion;
  if (!stage || !motion || !(row >= 0 && row < motion.rows)) return null;
  const place = projectRow(motion, stage.view, row);
  if (!place) return null;
  const box = stage.rig.controls.domElement?.getBoundingClientRect();
  return { x: place.x + (box?.left ?? 0), y: place.y + (box?.top ?? 0) };
}

/** How many animation frames have been drawn: it stands still while nothing moves. */
export function drawCount(): number {
  return current.stage?.draws ?? 0;
}

/** The size of the picture and what panels cover of it, in CSS pixels; null where there is none. */
export function screenRoom(): { width: number; height: number; insets: Insets } | null {
  return current.stage?.room ?? null;
}

/**
 * The root mean square radius that is drawn as 1 in a frame; null where each frame is brought to its own.
 *
 * @param isSecond whether the frame is of the cloud in the second half
 */
export function drawnUnit(frame: Frame, isSecond = false): number | null {
  const { stage } = current;
  const sight = isSecond ? stage?.sightAt(Number.MAX_VALUE, Number.MAX_VALUE) : stage;
  const unit = sight?.buffers?.motion.unitOf(frame) ?? frame.rms;
  return unit === frame.rms ? null : unit;
}
