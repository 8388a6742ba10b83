import { colorColumn } from "../../scene";
import { showAll, useScope } from "../../state";

/** An empty cloud, where every label is muted: says why, and leads out of it. */
export function AllMuted() {
  const column = useScope(colorColumn);
  const muted = useScope((state) => state.muted);
  if (!column || column.labels.length === 0 || !column.labels.every((label) => muted.has(label))) return null;
  return (
    <div role="status" className="all-muted">
      <p>{`Every ${column.name} is muted.`}</p>
      <button type="button" className="button" onClick={showAll}>
        Show all
      </button>
    </div>
  );
}
