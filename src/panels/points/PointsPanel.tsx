import { openPanel, useScope } from "../../state";
import { count } from "../figures";
import { Hits } from "./Hits";
import { SelectedPoint } from "./SelectedPoint";
import "./points-panel.css";

/** What is found, the point that is selected, and its neighbours at k beside those at all dims. */
export function PointsPanel() {
  const hits = useScope((state) => state.hits);
  const selected = useScope((state) => state.focus);
  const rows = useScope((state) => state.points?.rows);
  return (
    <section className="points-panel" aria-label="Points">
      <header>
        <h2>Points</h2>
        <p role="status">
          {hits && (hits.total === 0 ? "nothing found" : `${count(hits.total)} of ${count(rows ?? 0)}`)}
        </p>
        <button type="button" className="icon-button" aria-label="Close the panel" onClick={() => openPanel("none")}>
          <svg width="12" height="12" viewBox="0 0 12 12" aria-hidden="true">
            <path d="M1 1l10 10M11 1L1 11" stroke="currentColor" strokeWidth="1.5" />
          </svg>
        </button>
      </header>
      {hits && hits.total > 0 && <Hits hits={hits.rows} />}
      {selected !== null && <SelectedPoint row={selected} />}
      {selected === null && !hits && (
        <p className="points-empty">Search, or click a point, to see its text and its nearest neighbours.</p>
      )}
    </section>
  );
}
