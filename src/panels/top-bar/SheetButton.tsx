import { t } from "../../i18n";
import { openSheet } from "../../state";

const SIGNS = {
  share:
    "M5.600 7.200l4.800-2.900M5.600 8.800l4.800 2.900M5.500 8a1.900 1.900 0 1 1-3.800 0 1.900 1.900 0 0 1 3.800 0zM14.300 3.500a1.900 1.900 0 1 1-3.800 0 1.900 1.900 0 0 1 3.800 0zM14.300 12.500a1.900 1.900 0 1 1-3.800 0 1.900 1.900 0 0 1 3.800 0z",
  export: "M8 2v8M4.800 6.800L8 10l3.200-3.200M2.500 11v2.500h11V11",
};

/** Opens the sheet that shares the view, or the one that exports it. */
export function SheetButton({ sheet }: { sheet: "share" | "export" }) {
  const name = sheet === "share" ? t("Share") : t("Export");
  return (
    <button
      type="button"
      className="icon-button"
      aria-label={name}
      aria-haspopup="dialog"
      title={name}
      onClick={() => openSheet(sheet)}
    >
      <svg viewBox="0 0 16 16" width="16" height="16" fill="none" stroke="currentColor" aria-hidden="true">
        <path strokeWidth="1.3" strokeLinejoin="round" strokeLinecap="round" d={SIGNS[sheet]} />
      </svg>
    </button>
  );
}
