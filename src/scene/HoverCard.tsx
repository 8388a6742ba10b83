import { useLayoutEffect, useRef } from "react";
import { count, t } from "../i18n";
import { coloringOf, colorValue, useScope } from "../state";
import { useGround } from "./ground";
import { projectRow } from "./picking";
import { placeCard } from "./place-card";
import { pointColor } from "./ramp";
import type { Stage } from "./stage";

/** The point under the pointer, ringed and in front of all others, with its title, text and category beside it. */
export function HoverCard({ stage }: { stage: Stage }) {
  const row = useScope((state) => state.hover);
  const points = useScope((state) => state.points);
  const coloring = useScope(coloringOf);
  const ground = useGround();
  const mark = useRef<HTMLDivElement>(null);
  const card = useRef<HTMLDivElement>(null);
  const title = row === null ? undefined : (points?.titles[row] ?? t("Point {row}", { row: count(row + 1) }));

  useLayoutEffect(() => {
    if (row === null || title === undefined) return;
    const size = { width: card.current!.offsetWidth, height: card.current!.offsetHeight };
    const follow = () => {
      const { buffers, view } = stage.pointed;
      const place = buffers && row < buffers.motion.rows ? projectRow(buffers.motion, view, row) : null;
      mark.current!.hidden = card.current!.hidden = !place;
      if (!place) return;
      const { x, y } = placeCard(place, size, stage.view);
      mark.current!.style.translate = `${place.x}px ${place.y}px`;
      card.current!.style.translate = `${Math.round(x)}px ${Math.round(y)}px`;
    };
    follow();
    stage.afterDraw.add(follow);
    return () => void stage.afterDraw.delete(follow);
  }, [stage, row, title]);

  if (row === null || title === undefined) return null;
  const text = points?.texts[row];
  const value = colorValue(coloring, row);
  const swatch = { "--swatch": pointColor(coloring, row, ground) } as React.CSSProperties;
  return (
    <>
      <div ref={mark} className="hover-mark" style={swatch} />
      <div ref={card} className="hover-card" style={swatch}>
        <p className="hover-title">{title}</p>
        {text && <p className="hover-text">{text}</p>}
        {value && <p className="hover-category">{value}</p>}
      </div>
    </>
  );
}
