/** CSS pixels that panels take from each edge of the window. */
export interface Insets {
  top: number;
  right: number;
  bottom: number;
  left: number;
}

export interface Framing {
  /** How far from the cloud's middle the camera stands. */
  distance: number;
  /** How far the middle of the picture moves so that the cloud's middle lies in the middle of the free area. */
  offsetX: number;
  offsetY: number;
  /** CSS pixels that the cloud's root mean square radius takes. */
  radius: number;
}

export const FIELD_OF_VIEW = 34;
/** Root mean square radii of the cloud that fit into the free area, sideways and upwards: all but the outliers. */
const REACH_X = 1.5;
const REACH_Y = 1.34;

/** Places the camera so that the cloud fills the area that the panels leave free. */
export function frameInto(width: number, height: number, insets: Insets): Framing {
  const freeWidth = Math.max(120, width - insets.left - insets.right);
  const freeHeight = Math.max(120, height - insets.top - insets.bottom);
  const radius = Math.min(freeWidth / 2 / REACH_X, freeHeight / 2 / REACH_Y);
  const halfTangent = Math.tan((FIELD_OF_VIEW * Math.PI) / 360);
  return {
    distance: Math.max(1, height) / 2 / (radius * halfTangent),
    offsetX: (insets.right - insets.left) / 2,
    offsetY: (insets.bottom - insets.top) / 2,
    radius,
  };
}

/** A point's diameter in CSS pixels: larger in a larger picture, smaller among more points, in both less than in step. */
export function pointDiameter(radius: number, rows: number): number {
  return Math.min(8, Math.max(1, 3.3 * (radius / 256) ** 0.7 * (10_000 / Math.max(1, rows)) ** 0.36));
}

/** How many points lie over each other in the middle of the picture, about: a ball of points seen from outside. */
export function layersOf(radius: number, rows: number, diameter: number): number {
  return (rows * (diameter / 2) ** 2) / (1.1 * radius) ** 2;
}
