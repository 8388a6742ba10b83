import { current } from "./current";
import type { Places } from "./motion";
import type { View } from "./picking";

/** Where every row was last drawn. */
export interface ScreenPlaces {
  /** Two numbers a row, CSS pixels from the picture's top left; NaN behind the camera. */
  places: Float32Array;
  /** One byte a row: 0 is muted. */
  shown: Uint8Array;
}

/** Where all rows are on screen at this instant, in the cloud that is shown at a place; null before the first frame. */
export function screenPlaces({ x, y }: { x: number; y: number }): ScreenPlaces | null {
  const { stage } = current;
  const sight = stage?.sightAt(x, y);
  if (!stage?.buffers || !sight?.buffers) return null;
  return { places: projectAll(sight.buffers.motion, sight.view), shown: stage.buffers.tints.shown };
}

/** Hands a turn of the wheel to the camera, from whatever lies over the picture. */
export function forwardWheel(event: WheelEvent): void {
  current.stage?.rig.controls.domElement?.dispatchEvent(new WheelEvent(event.type, event));
}

/** Projects every row, in one pass over the blended positions. */
export function projectAll({ a, b, mix, offset, rest, rows }: Places, view: View): Float32Array {
  const [m0, m1, , m3, m4, m5, , m7, m8, m9, , m11, m12, m13, , m15] = Array.from(view.matrix);
  const [halfWidth, halfHeight] = [view.width / 2, view.height / 2];
  const places = new Float32Array(rows * 2);
  for (let row = 0, i = 0; row < rows; row++, i += 3) {
    const px = a[i] + (b[i] - a[i]) * mix + offset[i] * rest;
    const py = a[i + 1] + (b[i + 1] - a[i + 1]) * mix + offset[i + 1] * rest;
    const pz = a[i + 2] + (b[i + 2] - a[i + 2]) * mix + offset[i + 2] * rest;
    const depth = m3 * px + m7 * py + m11 * pz + m15;
    const behind = depth <= 0;
    places[row * 2] = behind ? Number.NaN : halfWidth * (1 + (m0 * px + m4 * py + m8 * pz + m12) / depth);
    places[row * 2 + 1] = behind ? Number.NaN : halfHeight * (1 - (m1 * px + m5 * py + m9 * pz + m13) / depth);
  }
  return places;
}
