import { useLayoutEffect, useRef } from "react";
import { useScope } from "../state";
import { colorColumn } from "./follow-scope";
import { useGround } from "./ground";
import { categoryColor } from "./palette";
import { projectRow } from "./picking";
import type { Stage } from "./stage";

/** The selected point in front of all others, with a ring around it, wherever the cloud takes it. */
export function SelectionMark({ stage }: { stage: Stage }) {
  const row = useScope((state) => state.selected);
  const code = useScope((state) => (state.selected === null ? undefined : colorColumn(state)?.codes[state.selected]));
  const ground = useGround();
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
  const swatch = { "--swatch": categoryColor(code ?? Number.POSITIVE_INFINITY, ground) } as React.CSSProperties;
  return <div ref={mark} className="selection-mark" style={swatch} aria-hidden="true" />;
}
