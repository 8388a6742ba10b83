import { useLayoutEffect, useRef } from "react";
import { Vector3 } from "three";
import { useScope } from "../state";
import { principalAxes } from "./principal-axes";
import type { Stage } from "./stage";

const SIDE = 112;
/** Pixels from the middle to the tip of the first axis. */
const REACH = 36;
/** Between the tip and the middle of its name. */
const NAME = 13;
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
    const parts = [...group.current!.children] as SVGGElement[];
    const follow = () => {
      let moving = false;
      axes.forEach((axis, i) => {
        const gap = axis.distanceTo(wanted[i]);
        if (gap > 0.005 && !stage.still) moving = true;
        axis.lerp(wanted[i], gap > 0.005 && !stage.still ? EASE : 1);
        place(parts[i], seen.copy(axis).transformDirection(stage.rig.camera.matrixWorldInverse), axis.length());
      });
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

/** Draws one axis: its half that is counted upwards, a hint of the other, and its name beyond the tip. */
function place(part: SVGGElement, { x, y, z }: Vector3, length: number): void {
  const [back, line, name] = part.children;
  const [dx, dy] = [x * length * REACH, -y * length * REACH];
  setLine(back, -0.45 * dx, -0.45 * dy);
  setLine(line, dx, dy);
  // An axis that points at the eye has no direction on the screen: its name stays below the middle.
  const flat = Math.hypot(dx, dy);
  const [ux, uy] = flat > 4 ? [dx / flat, dy / flat] : [0, 1];
  name.setAttribute("x", (dx + ux * (NAME + 3)).toFixed(1));
  name.setAttribute("y", (dy + uy * NAME + 4).toFixed(1));
  // Towards the eye is clearer.
  part.style.opacity = (0.78 + 0.22 * z).toFixed(2);
}

function setLine(line: Element, x: number, y: number): void {
  line.setAttribute("x2", x.toFixed(1));
  line.setAttribute("y2", y.toFixed(1));
}
