import { useLayoutEffect, useRef } from "react";
import { Vector3 } from "three";
import { useScope } from "../state";
import { type LabelWish, placeLabels } from "./place-labels";
import { principalAxes } from "./principal-axes";
import type { Stage } from "./stage";

const SIDE = 112;
/** Pixels from the middle to the tip of the first axis. */
const REACH = 36;
/** What a name takes. */
const NAME = { width: 28, height: 14 };
/** An axis of little variance stays long enough to be seen. */
const SHORTEST = 0.42;
/** How much of the way to a new direction is gone with each picture. */
const EASE = 0.25;

/**
 * The three principal axes as they lie in the cloud now: they turn with the camera, and against it where frames are
 * aligned and the axes are not. Their lengths are as the standard deviations along them.
 */
export function AxesGizmo({ stage }: { stage: Stage }) {
  const frame = useScope((state) => state.frame);
  const group = useRef<SVGGElement>(null);
  const shown = useRef<Vector3[] | null>(null);

  useLayoutEffect(() => {
    if (!frame) return;
    const lengths = frame.explainedVariance.map((value) =>
      Math.max(SHORTEST, Math.sqrt(value / (frame.explainedVariance[0] || 1))),
    );
    const wanted = principalAxes(frame.scores).map((axis, i) => new Vector3(...axis).multiplyScalar(lengths[i]));
    shown.current ??= wanted.map((axis) => axis.clone());
    const axes = shown.current;
    const seen = new Vector3();
    const tips = axes.map(() => ({ x: 0, y: 0 }));
    const parts = [...group.current!.children] as SVGGElement[];
    const follow = () => {
      let moving = false;
      axes.forEach((axis, i) => {
        const gap = axis.distanceTo(wanted[i]);
        if (gap > 0.005 && !stage.still) moving = true;
        axis.lerp(wanted[i], gap > 0.005 && !stage.still ? EASE : 1);
        const length = axis.length() * REACH;
        const { x, y, z } = seen.copy(axis).transformDirection(stage.rig.camera.matrixWorldInverse);
        tips[i] = { x: x * length, y: -y * length };
        place(parts[i], tips[i].x, tips[i].y, z);
      });
      placeNames(parts, tips);
      if (moving) stage.invalidate();
    };
    follow();
    stage.afterDraw.add(follow);
    return () => void stage.afterDraw.delete(follow);
  }, [stage, frame]);

  if (!frame) return null;
  return (
    <svg
      className="axes-gizmo"
      width={SIDE}
      height={SIDE}
      viewBox={`${-SIDE / 2} ${-SIDE / 2} ${SIDE} ${SIDE}`}
      aria-hidden="true"
    >
      <g ref={group}>
        {[1, 2, 3].map((axis) => (
          <g key={axis}>
            <line className="axis-back" />
            <line />
            <text>PC{axis}</text>
          </g>
        ))}
      </g>
    </svg>
  );
}

/** Draws one axis: its half that is counted upwards, and a hint of the other. */
function place(part: SVGGElement, x: number, y: number, z: number): void {
  const [back, line] = part.children;
  setLine(back, -0.45 * x, -0.45 * y);
  setLine(line, x, y);
  // Towards the eye is clearer.
  part.style.opacity = (0.78 + 0.22 * z).toFixed(2);
}

/** Puts the names beyond the tips; one that would cover another makes way. */
function placeNames(parts: readonly SVGGElement[], tips: readonly { x: number; y: number }[]): void {
  const wishes = tips.map(({ x, y }): LabelWish => {
    // An axis that points at the eye has no direction on the screen: its name stays below the middle.
    const flat = Math.hypot(x, y);
    const [ux, uy] = flat > 4 ? [x / flat, y / flat] : [0, 1];
    const seat = (dx: number, dy: number) => ({ x: [0, dx] as const, y: [0, dy] as const });
    return {
      x: x + SIDE / 2,
      y: y + SIDE / 2,
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
  placeLabels(wishes, { width: SIDE, height: SIDE }).forEach((box, i) => {
    const name = parts[i].children[2] as SVGTextElement;
    name.style.visibility = box ? "" : "hidden";
    if (!box) return;
    name.setAttribute("x", String(box.left + NAME.width / 2 - SIDE / 2));
    name.setAttribute("y", String(box.top + NAME.height - 3 - SIDE / 2));
  });
}

function setLine(line: Element, x: number, y: number): void {
  line.setAttribute("x2", x.toFixed(1));
  line.setAttribute("y2", y.toFixed(1));
}
