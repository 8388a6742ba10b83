import { t, textOf } from "../../i18n";
import { dismissNotice, useScope } from "../../state";

/** What happened, in one line; the page goes on. The region stays, so that a screen reader hears what comes into it. */
export function NoticeLine() {
  const notice = useScope((state) => state.notice);
  return (
    <div role="status" className="notice" data-over="cloud" data-empty={notice === null || undefined}>
      {notice !== null && (
        <>
          <span>{textOf(notice)}</span>
          <button
            type="button"
            className="icon-button"
            aria-label={t("Dismiss")}
            title={t("Dismiss")}
            onClick={dismissNotice}
          >
            <svg viewBox="0 0 16 16" width="16" height="16" fill="none" stroke="currentColor" aria-hidden="true">
              <path strokeWidth="1.4" d="m4 4 8 8M12 4l-8 8" />
            </svg>
          </button>
        </>
      )}
    </div>
  );
}
