import { useState } from "react";
import { t, textOf } from "../../i18n";
import { scope, useScope } from "../../state";
import { count } from "../figures";

/** Says how many rows of a file were left out, and gives the list of them with the reasons. */
export function SkippedLine() {
  const skipped = useScope((state) => state.skipped);
  const [closed, setClosed] = useState<typeof skipped>(null);
  if (!skipped || skipped === closed) return null;
  const { rows, count: all } = skipped;
  const save = async () => {
    const { csvOf, fileName, saveFile } = await import("../../charts");
    const csv = csvOf({
      heads: [t("row"), t("place"), t("reason")],
      count: rows.length,
      row: (index) => [rows[index].row + 1, textOf(rows[index].place ?? ""), textOf(rows[index].why)],
    });
    const title = scope.getState().manifest?.title ?? "";
    saveFile(fileName([title, t("rows left out")], "csv"), csv, "text/csv;charset=utf-8");
  };
  return (
    <div role="status" className="notice skipped-line" data-over="cloud">
      <span>{t("{all, plural, one {# row was left out.} other {# rows were left out.}}", { all })}</span>
      <button type="button" className="link-button" onClick={save}>
        {rows.length < all
          ? t("Save the first {rows} as CSV", { rows: count(rows.length) })
          : t("Save the list as CSV")}
      </button>
      <button
        type="button"
        className="icon-button"
        aria-label={t("Dismiss")}
        title={t("Dismiss")}
        onClick={() => setClosed(skipped)}
      >
        <svg viewBox="0 0 16 16" width="16" height="16" fill="none" stroke="currentColor" aria-hidden="true">
          <path strokeWidth="1.4" d="m4 4 8 8M12 4l-8 8" />
        </svg>
      </button>
    </div>
  );
}
