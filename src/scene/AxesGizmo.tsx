import { useLayoutEffect, useRef } from "react";
import { Vector3 } from "three";
import { useScope } from "../state";
import { GIZMO, gizmoAxes, gizmoNames, REACH } from "./gizmo";
import type { Stage } from "./stage";

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
    const wanted = gizmoAxes(frame).map((axis) => new Vector3(...axis));
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
      width={GIZMO}
      height={GIZMO}
      viewBox={`${-GIZMO / 2} ${-GIZMO / 2} ${GIZMO} ${GIZMO}`}
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
  gizmoNames(tips).forEach((at, i) => {
    const name = parts[i].children[2] as SVGTextElement;
    name.style.visibility = at ? "" : "hidden";
    if (!at) return;
    name.setAttribute("x", String(at.x));
    name.setAttribute("y", String(at.y));
  });
}

function setLine(line: Element, x: number, y: number): void {
  line.setAttribute("x2", x.toFixed(1));
  line.setAttribute("y2", y.toFixed(1));
}
