import { useState } from "react";
import { t } from "../../i18n";
import { useScope } from "../../state";

/** Offers a new version of the page, which is there already; what is open stays until someone says so. */
export function UpdateLine() {
  const update = useScope((state) => state.update);
  const [closed, setClosed] = useState<typeof update>(null);
  if (!update || update === closed) return null;
  return (
    <div role="status" className="notice" data-over="cloud">
      <span>{t("A new version is there.")}</span>
      <button type="button" className="link-button" onClick={update}>
        {t("Reload")}
      </button>
      <button
        type="button"
        className="icon-button"
        aria-label={t("Dismiss")}
        title={t("Dismiss")}
        onClick={() => setClosed(() => update)}
      >
        <svg viewBox="0 0 16 16" width="16" height="16" fill="none" stroke="currentColor" aria-hidden="true">
          <path strokeWidth="1.4" d="m4 4 8 8M12 4l-8 8" />
        </svg>
      </button>
    </div>
  );
}
