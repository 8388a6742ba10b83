/** A place on the picture, in CSS pixels. */
export interface Place {
  x: number;
  y: number;
}

/** The corners of the box between two places. */
export function boxBetween(from: Place, to: Place): Place[] {
  return [from, { x: to.x, y: from.y }, to, { x: from.x, y: to.y }];
}

/**
 * The shown rows inside a closed outline, rising. A place is inside where the outline winds round it at least once: a
 * lasso that crosses itself keeps its loops, which an even-odd test would drop.
 *
 * @param places two numbers a row, as `ScreenPlaces`
 */
export function rowsWithin(places: Float32Array, shown: Uint8Array, outline: readonly Place[]): number[] {
  const [xs, ys] = [outline.map(({ x }) => x), outline.map(({ y }) => y)];
  const [left, right, top, bottom] = [least(xs), most(xs), least(ys), most(ys)];
  const rows: number[] = [];
  for (let row = 0; row < shown.length; row++) {
    if (shown[row] === 0) continue;
    const [x, y] = [places[row * 2], places[row * 2 + 1]];
    // Written so that a place behind the camera, which is not a number, is outside.
    if (!(x >= left && x <= right && y >= top && y <= bottom)) continue;
    if (winding(outline, x, y) !== 0) rows.push(row);
  }
  return rows;
}

/** How often the outline goes round (x, y): each edge that crosses the ray to the right counts up or down. */
function winding(outline: readonly Place[], x: number, y: number): number {
  let turns = 0;
  let from = outline[outline.length - 1];
  for (const to of outline) {
    const side = (to.x - from.x) * (y - from.y) - (x - from.x) * (to.y - from.y);
    if (from.y <= y && to.y > y && side > 0) turns++;
    else if (from.y > y && to.y <= y && side < 0) turns--;
    from = to;
  }
  return turns;
}

const least = (values: number[]) => values.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
const most = (values: number[]) => values.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
