import type { CSSProperties, MouseEvent, Ref } from "react";
import { categoryColor, colorColumn, useGround } from "../../scene";
import { isolateLabel, toggleMuted, useScope } from "../../state";
import { count } from "../figures";
import "./legend.css";

/** The labels of the column that colours the points: a click mutes one, a double click leaves it alone on stage. */
export function Legend({ ref }: { ref: Ref<HTMLElement> }) {
  const points = useScope((state) => state.points);
  const color = useScope((state) => state.color);
  const muted = useScope((state) => state.muted);
  const ground = useGround();
  const column = colorColumn({ points, color });
  const labels = column?.labels ?? [];
  const onClick = (event: MouseEvent, label: string) => {
    if (event.altKey || event.shiftKey) isolateLabel(label, labels);
    else toggleMuted(label);
  };
  return (
    <section ref={ref} className="legend" aria-label="Legend" hidden={!column}>
      <h2>{column && column.name.charAt(0).toUpperCase() + column.name.slice(1)}</h2>
      <ul>
        {column?.labels.map((label, code) => (
          <li key={label}>
            <button
              type="button"
              aria-pressed={!muted.has(label)}
              title="Click to mute, double-click to see it alone"
              style={{ "--swatch": categoryColor(code, ground) } as CSSProperties}
              onClick={(event) => onClick(event, label)}
              onDoubleClick={() => isolateLabel(label, labels)}
            >
              <span className="legend-label">{label}</span>{" "}
              <span className="legend-count">{count(column.counts[code])}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
