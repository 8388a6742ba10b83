import { useLayoutEffect, useRef } from "react";
import { coloringOf, useScope } from "../state";
import { useGround } from "./ground";
import { projectPoint, projectRow } from "./picking";
import { pointColor } from "./ramp";
import type { Stage } from "./stage";
import { trailOf } from "./trail";

const SVG = "http://www.w3.org/2000/svg";

/** Of more points trails would cover the cloud: then the focused one alone has one. */
const MOST = 32;

/** Where the named and the selected points came from over the last octaves of k. */
export function Trails({ stage }: { stage: Stage }) {
  const hover = useScope((state) => state.hover);
  const selection = useScope((state) => state.selection);
  const focus = useScope((state) => state.focus);
  const coloring = useScope(coloringOf);
  const ground = useGround();
  const drawing = useRef<SVGSVGElement>(null);

  useLayoutEffect(() => {
    const own = selection.length <= MOST ? selection : [focus];
    const rows = [...new Set([hover, ...own])].filter((row) => row !== null);
    const follow = () => {
      const motion = stage.buffers?.motion;
      const parts = !motion
        ? []
        : rows
            .filter((row) => row < motion.rows)
            .flatMap((row) => linesOf(stage, row, pointColor(coloring, row, ground)));
      drawing.current!.replaceChildren(...parts);
    };
    follow();
    stage.afterDraw.add(follow);
    return () => void stage.afterDraw.delete(follow);
  }, [stage, hover, selection, focus, coloring, ground]);

  return <svg ref={drawing} className="trails" aria-hidden="true" />;
}

/** A line a step and a dot where it begins, the paler the longer ago. */
function linesOf({ buffers, view }: Stage, row: number, color: string): SVGElement[] {
  const motion = buffers!.motion;
  const parts: SVGElement[] = [];
  let head = projectRow(motion, view, row);
  for (const { x, y, z, age } of trailOf(motion, row)) {
    const tail = projectPoint(view, x, y, z);
    if (!head || !tail) break;
    const opacity = (1 - age).toFixed(2);
    const line = element("line", { x1: head.x, y1: head.y, x2: tail.x, y2: tail.y, stroke: color, opacity });
    const dot = element("circle", { cx: tail.x, cy: tail.y, r: 2, fill: color, opacity });
    parts.push(line, dot);
    head = tail;
  }
  return parts;
}

function element(name: string, values: Record<string, string | number>): SVGElement {
  const made = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(values)) made.setAttribute(key, String(value));
  return made;
}
