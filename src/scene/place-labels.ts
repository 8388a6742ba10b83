export interface Rectangle {
  left: number;
  top: number;
  width: number;
  height: number;
}

/** A label that wants a place. Those that come first in a list have the first choice. */
export interface LabelWish {
  x: number;
  y: number;
  width: number;
  height: number;
  /** Where it may stand from its point, in the order of liking: as shares of its size and pixels beside that. */
  seats: readonly Seat[];
  /** Pixels that must be free around it: less for one that is up than for one to come up, so that none flickers. */
  room: number;
}

/** The middle of the label is at x + share × width + pixels, and so for y. */
export interface Seat {
  x: readonly [share: number, pixels: number];
  y: readonly [share: number, pixels: number];
}

/** Over the point itself. */
export const ON_POINT: readonly Seat[] = [{ x: [0, 0], y: [0, 0] }];
/** Below a marked point, above it, and at its sides. */
export const BESIDE_POINT: readonly Seat[] = [
  { x: [0, 0], y: [0.5, 12] },
  { x: [0, 0], y: [-0.5, -12] },
  { x: [0.5, 14], y: [0, 0] },
  { x: [-0.5, -14], y: [0, 0] },
];

/**
 * Places labels one after the other, each at its first seat that lies in the picture, under nothing that covers it, and
 * overlaps none before it.
 *
 * @returns a rectangle each, null where there is no room
 */
export function placeLabels(
  wishes: readonly (LabelWish | null)[],
  picture: { width: number; height: number },
  covers: readonly Rectangle[] = [],
): (Rectangle | null)[] {
  const taken: Rectangle[] = [...covers];
  return wishes.map((wish) => {
    if (!wish) return null;
    const { width, height, room } = wish;
    for (const seat of wish.seats) {
      // On whole pixels, or the letters blur.
      const left = Math.round(wish.x + seat.x[0] * width + seat.x[1] - width / 2);
      const top = Math.round(wish.y + seat.y[0] * height + seat.y[1] - height / 2);
      const own = { left, top, width, height };
      const inside = left >= 0 && top >= 0 && left + width <= picture.width && top + height <= picture.height;
      if (!inside || taken.some((other) => overlap(own, other, room))) continue;
      taken.push(own);
      return own;
    }
    return null;
  });
}

/** Whether two rectangles come closer than so many pixels. */
export function overlap(a: Rectangle, b: Rectangle, room = 0): boolean {
  return (
    a.left < b.left + b.width + room &&
    b.left < a.left + a.width + room &&
    a.top < b.top + b.height + room &&
    b.top < a.top + a.height + room
  );
}
