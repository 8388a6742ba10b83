import { useState } from "react";
import { t } from "../../../i18n";
import { carried, LONG, linkTo, opensHereAlone } from "../../../sharing/link";
import type { ScopeState } from "../../../state";
import { count } from "../../figures";
import { CopyField } from "./CopyField";
import { QrCode } from "./QrCode";

/** The link to what is shown: to copy, to hand to another program of the device, and as a QR code. */
export function LinkForm({ view }: { view: ScopeState }) {
  const [selection, setSelection] = useState(true);
  const hasSelection = view.selection.length > 0 || view.isolated !== null;
  const sharing = { selection };
  const link = linkTo(view, sharing);
  const share = () => navigator.share({ title: document.title, url: link }).catch(() => {});
  return (
    <div className="sheet-form">
      <CopyField name={t("Link to this view")} text={link} action={t("Copy link")} main>
        {"share" in navigator && (
          <button type="button" className="button" onClick={share}>
            {t("Share by the device…")}
          </button>
        )}
      </CopyField>
      <div className="share-halves">
        <div className="share-says">
          <h3>{t("What it opens")}</h3>
          <ul>
            {carried(view, sharing).map((what) => (
              <li key={what}>{what}</li>
            ))}
          </ul>
          {hasSelection && (
            <label className="sheet-check">
              <input type="checkbox" checked={selection} onChange={({ target }) => setSelection(target.checked)} />
              <span>{t("With the points that are selected or shown alone")}</span>
            </label>
          )}
          <p className="sheet-note">
            {t("{n, plural, one {# character} other {# characters}}. What stands behind the # reaches no server.", {
              n: link.length,
            })}
          </p>
          {link.length > LONG && (
            <p className="sheet-warning">
              {t("Browsers open it; some programs cut off a link of more than {n} characters.", { n: count(LONG) })}
            </p>
          )}
          {opensHereAlone(view) && (
            <p className="sheet-warning">{t("This page is served to this machine alone: the link opens here only.")}</p>
          )}
        </div>
        <QrCode link={link} shorten={hasSelection && selection ? () => setSelection(false) : null} />
      </div>
    </div>
  );
}
