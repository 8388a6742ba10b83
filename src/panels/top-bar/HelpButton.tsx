import { t } from "../../i18n";
import { setHelp } from "../../state";

/** Opens the sheet of shortcuts. */
export function HelpButton() {
  return (
    <button
      type="button"
      className="icon-button"
      aria-label={t("Help")}
      title={t("Help (?)")}
      onClick={() => setHelp(true)}
    >
      <svg viewBox="0 0 16 16" width="16" height="16" fill="none" stroke="currentColor" aria-hidden="true">
        <path
          strokeWidth="1.4"
          strokeLinecap="round"
          d="M5.500 5.800C5.500 4.200 6.600 3 8.100 3s2.500 1 2.500 2.500c0 2-2.600 2.200-2.600 4.300M8 12.800v.1"
        />
      </svg>
    </button>
  );
}
