import { type CSSProperties, useLayoutEffect, useRef } from "react";
import { coloringOf, useScope } from "../state";
import { useGround } from "./ground";
import { projectRow } from "./picking";
import { pointColor } from "./ramp";
import type { Sight } from "./stage";
import { ringedRows } from "./titles";

/** A few selected points in front of all others, with a ring around each, wherever the cloud takes them. */
export function SelectionMark({ stage }: { stage: Sight }) {
  const selection = useScope((state) => state.selection);
  const focus = useScope((state) => state.focus);
  const coloring = useScope(coloringOf);
  const ground = useGround();
  const marks = useRef<HTMLDivElement>(null);
  const rows = ringedRows({ selection, focus });

  useLayoutEffect(() => {
    const elements = [...(marks.current?.children ?? [])].map((element) => element as HTMLElement);
    if (elements.length === 0) return;
    const ringed = elements.map(({ dataset }) => Number(dataset.row));
    const follow = () => {
      const motion = stage.buffers?.motion;
      elements.forEach((element, i) => {
        const place = motion && ringed[i] < motion.rows ? projectRow(motion, stage.view, ringed[i]) : null;
        element.hidden = !place;
        if (place) element.style.translate = `${place.x}px ${place.y}px`;
      });
    };
    follow();
    stage.afterDraw.add(follow);
    return () => void stage.afterDraw.delete(follow);
  });

  return (
    <div ref={marks} aria-hidden="true">
      {rows.map((row) => (
        <div
          key={row}
          data-row={row}
          className="selection-mark"
          data-focus={row === focus || undefined}
          style={{ "--swatch": pointColor(coloring, row, ground) } as CSSProperties}
        />
      ))}
    </div>
  );
}
