import { pointColor } from "../../scene";
import { type OffscreenCloud, projectRow, type Rectangle, ringAround, ringedRows } from "../../scene/still";
import type { Coloring, ScopeState } from "../../state";
import type { Ink } from "./ink";

/** Draws selected points in front of all others, each in a ring, as the page marks them; tells what that takes. */
export function drawRings(
  context: CanvasRenderingContext2D,
  cloud: OffscreenCloud,
  subject: ScopeState,
  { coloring, ground }: { coloring: Coloring | null; ground: "dark" | "light" },
  ink: Ink,
  ratio: number,
): Rectangle[] {
  const { places } = cloud;
  if (!places) return [];
  const view = { matrix: cloud.view.matrix, width: context.canvas.width, height: context.canvas.height };
  return ringedRows(subject).flatMap((row) => {
    const at = row < places.rows ? projectRow(places, view, row) : null;
    if (!at) return [];
    const isFocus = row === subject.focus;
    const disc = (radius: number) => {
      context.beginPath();
      context.arc(at.x, at.y, radius * ratio, 0, 2 * Math.PI);
    };
    context.save();
    context.fillStyle = ink.ground;
    context.globalAlpha = 0.7;
    disc(isFocus ? 7 : 6);
    context.fill();
    context.globalAlpha = 1;
    context.fillStyle = pointColor(coloring, row, ground);
    disc(4);
    context.fill();
    context.strokeStyle = ink.text;
    context.lineWidth = (isFocus ? 2 : 1.5) * ratio;
    disc(isFocus ? 8 : 6.75);
    context.stroke();
    context.restore();
    const { left, top, width, height } = ringAround({ x: 0, y: 0 });
    return [{ left: at.x + left * ratio, top: at.y + top * ratio, width: width * ratio, height: height * ratio }];
  });
}
