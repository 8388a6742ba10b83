import type { Places } from "./motion";

/** What the pick needs of the picture: the matrix it was drawn with (column-major) and its size in CSS pixels. */
export interface View {
  matrix: ArrayLike<number>;
  width: number;
  height: number;
}

/** Distances within one step of this many pixels count as equal, and the point in front wins. */
const TIE = 2;

/**
 * The row nearest to (x, y), as drawn, within `reach` pixels; −1 where there is none. Rows whose `shown` byte is 0 are
 * passed over. One tight pass over the blended positions: cheap enough for every animation frame.
 */
export function nearestRow(places: Places, view: View, x: number, y: number, reach: number, shown: Uint8Array): number {
  const { a, b, mix, offset, rest, rows } = places;
  const [m0, m1, , m3, m4, m5, , m7, m8, m9, , m11, m12, m13, , m15] = Array.from(view.matrix);
  const halfWidth = view.width / 2;
  const halfHeight = view.height / 2;
  let nearest = -1;
  let leastRing = Number.POSITIVE_INFINITY;
  let leastDepth = Number.POSITIVE_INFINITY;
  for (let row = 0, i = 0; row < rows; row++, i += 3) {
    if (shown[row] === 0) continue;
    const px = a[i] + (b[i] - a[i]) * mix + offset[i] * rest;
    const py = a[i + 1] + (b[i + 1] - a[i + 1]) * mix + offset[i + 1] * rest;
    const pz = a[i + 2] + (b[i + 2] - a[i + 2]) * mix + offset[i + 2] * rest;
    // The fourth coordinate is the distance in front of the camera.
    const depth = m3 * px + m7 * py + m11 * pz + m15;
    if (depth <= 0) continue;
    const dx = halfWidth * (1 + (m0 * px + m4 * py + m8 * pz + m12) / depth) - x;
    if (dx > reach || dx < -reach) continue;
    const dy = halfHeight * (1 - (m1 * px + m5 * py + m9 * pz + m13) / depth) - y;
    const squared = dx * dx + dy * dy;
    if (squared > reach * reach) continue;
    const ring = Math.floor(Math.sqrt(squared) / TIE);
    if (ring > leastRing || (ring === leastRing && depth >= leastDepth)) continue;
    nearest = row;
    leastRing = ring;
    leastDepth = depth;
  }
  return nearest;
}

/** The one of these rows that `nearestRow` would name, were they all there is. */
export function nearestAmong(
  candidates: Iterable<number>,
  places: Places,
  view: View,
  x: number,
  y: number,
  reach: number,
): number {
  let nearest = -1;
  let leastRing = Number.POSITIVE_INFINITY;
  let leastDepth = Number.POSITIVE_INFINITY;
  for (const row of candidates) {
    const place = projectRow(places, view, row);
    if (!place) continue;
    const distance = Math.hypot(place.x - x, place.y - y);
    if (distance > reach) continue;
    const ring = Math.floor(distance / TIE);
    if (ring > leastRing || (ring === leastRing && place.depth >= leastDepth)) continue;
    nearest = row;
    leastRing = ring;
    leastDepth = place.depth;
  }
  return nearest;
}

/** Where a row is drawn, in CSS pixels from the picture's top left, and how far in front; null behind the camera. */
export function projectRow(places: Places, view: View, row: number): { x: number; y: number; depth: number } | null {
  const { a, b, mix, offset, rest } = places;
  const at = (i: number) => a[i] + (b[i] - a[i]) * mix + offset[i] * rest;
  return projectPoint(view, at(row * 3), at(row * 3 + 1), at(row * 3 + 2));
}

/** Where a place in the cloud's own space is drawn. */
export function projectPoint(view: View, px: number, py: number, pz: number) {
  const m = view.matrix;
  const depth = m[3] * px + m[7] * py + m[11] * pz + m[15];
  if (!(depth > 0)) return null;
  const x = (view.width / 2) * (1 + (m[0] * px + m[4] * py + m[8] * pz + m[12]) / depth);
  const y = (view.height / 2) * (1 - (m[1] * px + m[5] * py + m[9] * pz + m[13]) / depth);
  return { x, y, depth };
}
