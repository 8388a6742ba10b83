import type { CSSProperties, KeyboardEvent, MouseEvent } from "react";
import { t } from "../../i18n";
import { categoryColor, useGround } from "../../scene";
import { isolateLabel, type LabelColoring, labelOf, selectLabel, toggleMuted, undo, useScope } from "../../state";
import { count } from "../figures";

/** The labels: a click mutes one, a double click leaves it alone on stage, Shift selects its points. */
export function LabelList({ column }: { column: LabelColoring }) {
  const muted = useScope((state) => state.muted);
  const ground = useGround();
  const { labels, counts, codes } = column;
  const onClick = (event: MouseEvent, label: string, code: number) => {
    if (event.altKey) isolateLabel(label, labels);
    else if (event.shiftKey) selectLabel(codes, code, event.ctrlKey || event.metaKey ? "add" : "replace");
    else if (event.detail === 2) undo();
    else toggleMuted(label);
  };
  // With Alt a browser makes no click of it.
  const onKeyDown = (event: KeyboardEvent, label: string) => {
    if (event.key !== "Enter" || !event.altKey) return;
    event.preventDefault();
    isolateLabel(label, labels);
  };
  return (
    <ul>
      {labels.map((label, code) => (
        <li key={label}>
          <button
            type="button"
            aria-pressed={!muted.has(label)}
            title={t("Click to mute, double-click to see it alone, Shift-click to select its points")}
            style={{ "--swatch": categoryColor(code, ground) } as CSSProperties}
            onClick={(event) => onClick(event, label, code)}
            onKeyDown={(event) => onKeyDown(event, label)}
            onDoubleClick={(event) => event.altKey || event.shiftKey || isolateLabel(label, labels)}
          >
            <span className="legend-label">{labelOf(column, code)}</span>{" "}
            <span className="legend-count">{count(counts[code])}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}
