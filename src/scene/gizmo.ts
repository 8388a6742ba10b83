import type { Camera, Frame } from "../state";
import { type LabelWish, placeLabels } from "./place-labels";
import { principalAxes } from "./principal-axes";

/** CSS pixels that the drawing of the axes takes each way. */
export const GIZMO = 112;
/** Pixels from the middle to the tip of the first axis. */
export const REACH = 36;
/** What a name takes. */
const NAME = { width: 28, height: 14 };
/** How far a name may stand out of the drawing: a long axis that points to the side has its name there. */
const BESIDE = { left: 8, right: 24 };
/** An axis of little variance stays long enough to be seen. */
const SHORTEST = 0.42;

type Triple = [number, number, number];

/** The three principal axes as they lie in the cloud, as long as the standard deviations along them; the first is 1. */
export function gizmoAxes({ scores, explainedVariance }: Frame): Triple[] {
  const most = explainedVariance[0] || 1;
  return principalAxes(scores).map((axis, i) => {
    const length = Math.max(SHORTEST, Math.sqrt(explainedVariance[i] / most));
    return axis.map((part) => part * length) as Triple;
  });
}

/** What a camera sees of a direction in the cloud: to the right, up, and towards the eye. */
export function seenBy([x, y, z, targetX, targetY, targetZ]: Camera, direction: Triple): Triple {
  const back = unit([x - targetX, y - targetY, z - targetZ]);
  // The camera's head is up, as OrbitControls holds it.
  const right = unit([back[2], 0, -back[0]]);
  const up: Triple = [
    back[1] * right[2] - back[2] * right[1],
    back[2] * right[0] - back[0] * right[2],
    back[0] * right[1] - back[1] * right[0],
  ];
  return [dot(right, direction), dot(up, direction), dot(back, direction)];
}

/**
 * Where the names stand, beyond the tips; one that would cover another makes way.
 *
 * @param tips of the axes, in pixels from the middle of the drawing
 * @returns the middle of each name's baseline, as `tips`; null where there is no room
 */
export function gizmoNames(tips: readonly { x: number; y: number }[]): ({ x: number; y: number } | null)[] {
  const wishes = tips.map(({ x, y }): LabelWish => {
    // An axis that points at the eye has no direction on the screen: its name stays below the middle.
    const flat = Math.hypot(x, y);
    const [ux, uy] = flat > 4 ? [x / flat, y / flat] : [0, 1];
    const seat = (dx: number, dy: number) => ({ x: [0, dx] as const, y: [0, dy] as const });
    return {
      x: x + GIZMO / 2 + BESIDE.left,
      y: y + GIZMO / 2,
      ...NAME,
      room: 0,
      seats: [
        seat(16 * ux, 13 * uy),
        seat(16 * ux, 13 * uy - NAME.height),
        seat(16 * ux, 13 * uy + NAME.height),
        seat(16 * ux + NAME.width, 13 * uy),
        seat(16 * ux, 13 * uy - 2 * NAME.height),
        seat(16 * ux, 13 * uy + 2 * NAME.height),
      ],
    };
  });
  return placeLabels(wishes, { width: BESIDE.left + GIZMO + BESIDE.right, height: GIZMO }).map(
    (box) =>
      box && { x: box.left + NAME.width / 2 - BESIDE.left - GIZMO / 2, y: box.top + NAME.height - 3 - GIZMO / 2 },
  );
}

function dot(a: Triple, b: Triple): number {
  return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
}

function unit(v: Triple): Triple {
  const length = Math.hypot(...v) || 1;
  return [v[0] / length, v[1] / length, v[2] / length];
}
