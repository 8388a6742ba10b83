import { type MouseEvent, useEffect, useRef } from "react";
import { t } from "../../i18n";
import { focusOn, hasRow, search, select, selectRows, toggleSelected, useScope } from "../../state";
import { count } from "../figures";
import { RowList } from "../rows/RowList";
import { SelectedPoint } from "./SelectedPoint";
import { focusSearch, HITS } from "./search-focus";
import "./points-panel.css";

/** What is found, what is selected, and of the focused point all that is known. */
export function PointsPanel() {
  const hits = useScope((state) => state.hits);
  const searching = useScope((state) => state.hits === null && state.query.trim() !== "");
  const selection = useScope((state) => state.selection);
  const focus = useScope((state) => state.focus);
  const rows = useScope((state) => state.points?.rows);
  const many = selection.length > 1;
  const panel = useRef<HTMLDivElement>(null);
  // What is found stands at the top, and on a phone the sheet may be scrolled to the neighbours of another point.
  // biome-ignore lint/correctness/useExhaustiveDependencies: at every search anew
  useEffect(() => {
    panel.current?.parentElement?.scrollTo(0, 0);
  }, [hits]);
  return (
    <div ref={panel} className="points-panel">
      <div className="points-head">
        <p className="points-line" role="status">
          {searching && t("searching …")}
          {hits &&
            (hits.total === 0
              ? t("nothing found")
              : t("{hits} of {rows} found", { hits: count(hits.total), rows: count(rows ?? 0) }))}
        </p>
        {hits && hits.rows.length > 1 && (
          <button type="button" className="link-button" onClick={() => selectRows(hits.rows)}>
            {hits.rows.length < hits.total
              ? t("Select the first {rows}", { rows: count(hits.rows.length) })
              : t("Select all found")}
          </button>
        )}
      </div>
      {hits && hits.total > 0 && (
        <RowList
          label={t("Found")}
          id={HITS}
          rows={hits.rows}
          isPressed={(row) => hasRow(selection, row)}
          onChoose={(row, event) => choose(row, event)}
          onLeave={focusSearch}
        />
      )}
      {hits?.total === 0 && <NothingFound query={hits.query} />}
      {many && (
        <>
          <h3 className="points-line">{t("{rows} selected", { rows: count(selection.length) })}</h3>
          <RowList
            label={t("Selected")}
            rows={selection}
            isPressed={(row) => row === focus}
            onChoose={(row, event) => (event.shiftKey ? toggleSelected(row) : focusOn(row))}
            onRemove={(row) => selectRows([row], "remove")}
          />
        </>
      )}
      {focus !== null && <SelectedPoint row={focus} />}
      {focus === null && !hits && !searching && (
        <p className="points-empty">{t("Search, or click a point, to see its text and its nearest neighbours.")}</p>
      )}
    </div>
  );
}

/** No hits: what was looked at, and the way back. The line above tells it to a screen reader. */
function NothingFound({ query }: { query: string }) {
  return (
    <div className="points-empty">
      <p>{t("No title, text or label is like “{query}”.", { query })}</p>
      <button type="button" className="button" onClick={clearSearch}>
        {t("Clear the search")}
      </button>
    </div>
  );
}

// The button goes with what it clears: the focus goes where the next search is written.
function clearSearch(): void {
  search("");
  focusSearch();
}

function choose(row: number, event: MouseEvent): void {
  if (event.shiftKey) toggleSelected(row);
  else select(row);
}
