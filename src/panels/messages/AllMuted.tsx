import { t } from "../../i18n";
import { colorColumn } from "../../scene";
import { showAll, useScope } from "../../state";

/** An empty cloud, where every label is muted: says why, and leads out of it. */
export function AllMuted() {
  const column = useScope(colorColumn);
  const muted = useScope((state) => state.muted);
  if (!column || column.labels.length === 0 || !column.labels.every((label) => muted.has(label))) return null;
  return (
    <div role="status" className="all-muted">
      <p>{t("Every {what} is muted.", { what: column.name })}</p>
      <button type="button" className="button" onClick={showAll}>
        {t("Show all")}
      </button>
    </div>
  );
}
