import type { CSSProperties } from "react";
import { categoryColor, colorColumn, useGround } from "../../scene";
import { useScope } from "../../state";

/** A point's title after the dot of its category. */
export function PointName({ row }: { row: number }) {
  const points = useScope((state) => state.points);
  const color = useScope((state) => state.color);
  const ground = useGround();
  const column = colorColumn({ points, color });
  const swatch = column ? categoryColor(column.codes[row], ground) : "currentColor";
  return (
    <span className="point-name" style={{ "--swatch": swatch } as CSSProperties}>
      {points?.titles[row]}
    </span>
  );
}
