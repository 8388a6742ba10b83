import { t } from "../../i18n";
import { showOpenData } from "../../state";

/** Opens the dialog that opens data. On a phone it is its sign alone. */
export function OpenDataButton() {
  return (
    <button
      type="button"
      className="button open-data-button"
      aria-label={t("Open data")}
      title={t("Open data (O)")}
      onClick={() => showOpenData()}
    >
      <svg viewBox="0 0 16 16" width="16" height="16" fill="none" stroke="currentColor" aria-hidden="true">
        <path strokeWidth="1.3" strokeLinejoin="round" d="M1.500 12.500v-9h4l1.500 2h7.500v7z" />
      </svg>
      <span>{t("Open data")}</span>
    </button>
  );
}
