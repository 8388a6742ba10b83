import { t } from "../../i18n";
import { isolateSelection, select, showAll, useScope } from "../../state";
import { count } from "../figures";

/** How many points are selected, and what can be done with them. The line stays, so that a change of it is heard. */
export function SelectionActions() {
  const selected = useScope((state) => state.selection.length);
  const isolated = useScope((state) => state.isolated?.length ?? null);
  const canIsolate = useScope(({ selection, isolated }) => selection.length > 0 && selection !== isolated);
  const filtered = useScope((state) => state.isolated !== null || state.muted.size > 0);
  return (
    <div className="selection-actions">
      <p role="status">
        {selected > 0 && t("{rows} selected", { rows: count(selected) })}
        {selected === 0 && isolated !== null && t("{rows} shown", { rows: count(isolated) })}
      </p>
      {canIsolate && (
        <button type="button" className="text-button" title={t("Show them alone (I)")} onClick={isolateSelection}>
          {t("Isolate")}
        </button>
      )}
      {filtered && (
        <button type="button" className="text-button" title={t("Show all points again")} onClick={showAll}>
          {t("Show all")}
        </button>
      )}
      {selected > 0 && (
        <button type="button" className="text-button" title={t("Deselect all (D)")} onClick={() => select(null)}>
          {t("Clear")}
        </button>
      )}
    </div>
  );
}
