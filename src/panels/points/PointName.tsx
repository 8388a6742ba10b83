import type { CSSProperties } from "react";
import { pointColor, useGround } from "../../scene";
import { coloringOf, useScope } from "../../state";

/** A point's title after the dot of its colour. */
export function PointName({ row }: { row: number }) {
  const title = useScope((state) => state.points?.titles[row]);
  const ground = useGround();
  const swatch = useScope((state) => pointColor(coloringOf(state), row, ground));
  return (
    <span className="point-name" style={{ "--swatch": swatch } as CSSProperties}>
      <bdi>{title}</bdi>
    </span>
  );
}
