import { useLayoutEffect, useRef } from "react";
import { useScope } from "../state";
import { projectRow } from "./picking";
import type { Stage } from "./stage";

/** A ring around the selected point, and its title beside it, wherever the cloud takes it. */
export function SelectionMark({ stage }: { stage: Stage }) {
  const row = useScope((state) => state.focus);
  const title = useScope((state) => (state.focus === null ? undefined : state.points?.titles[state.focus]));
  const hovered = useScope((state) => state.hover !== null && state.hover === state.focus);
  const mark = useRef<HTMLDivElement>(null);

  useLayoutEffect(() => {
    if (row === null) return;
    const follow = () => {
      const motion = stage.buffers?.motion;
      const place = motion && row < motion.rows ? projectRow(motion, stage.view, row) : null;
      mark.current!.hidden = !place;
      if (place) mark.current!.style.translate = `${place.x}px ${place.y}px`;
    };
    follow();
    stage.afterDraw.add(follow);
    return () => void stage.afterDraw.delete(follow);
  }, [stage, row]);

  if (row === null) return null;
  return (
    <div ref={mark} className="selection-mark" aria-hidden="true">
      {!hovered && <span>{title}</span>}
    </div>
  );
}
