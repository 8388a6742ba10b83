import { GIZMO, gizmoAxes, gizmoNames, REACH, seenBy } from "../../scene/still";
import type { Camera, Frame } from "../../state";
import type { Inks } from "./inks";
import { type Font, type Item, n } from "./page";

const NAME: Font = { size: 11, weight: 400 };

/**
 * The three principal axes as the camera sees them.
 *
 * @param x of the middle
 * @param size pixels that the drawing takes each way
 */
export function axesItems(frame: Frame, cam: Camera, x: number, y: number, size: number, inks: Inks): Item[] {
  const scale = size / GIZMO;
  const seen = gizmoAxes(frame).map((axis) => seenBy(cam, axis));
  const tips = seen.map(([right, up]) => ({ x: right * REACH, y: -up * REACH }));
  const names = gizmoNames(tips);
  const at = (tip: { x: number; y: number }, share: number) =>
    `${n(x + tip.x * share * scale)},${n(y + tip.y * share * scale)}`;
  const lines = tips.flatMap((tip, i): Item[] => {
    const towards = seen[i][2] / (Math.hypot(...seen[i]) || 1);
    const line = { kind: "path", opacity: 0.78 + 0.22 * towards } as const;
    return [
      {
        ...line,
        d: `M${n(x)},${n(y)}L${at(tip, -0.45)}`,
        stroke: inks.faint,
        strokeWidth: scale,
        opacity: line.opacity / 2,
      },
      { ...line, d: `M${n(x)},${n(y)}L${at(tip, 1)}`, stroke: inks.quiet, strokeWidth: 1.5 * scale },
    ];
  });
  const font = { ...NAME, size: Math.max(9, NAME.size * scale) };
  const texts = names.flatMap((place, i): Item[] => {
    if (!place) return [];
    const [left, top] = [x + place.x * scale, y + place.y * scale];
    const name = {
      kind: "text",
      text: `PC${i + 1}`,
      x: left,
      y: top,
      font,
      fill: inks.text,
      anchor: "middle",
    } as const;
    return [{ ...name, halo: inks.ground }];
  });
  return [...lines, ...texts];
}
