import { t } from "../../i18n";
import { SETTLES, settle, stopSettling, useScope } from "../../state";
import { percent } from "../figures";
import "../studies/study-line.css";
import "./settling-line.css";

/** How far the search is for where points settle, and the way to end it. */
export function SettlingLine({ again = false }: { /** Whether it offers to begin what was ended. */ again?: boolean }) {
  const { share, coloring } = useScope((state) => state.settling);
  if (share !== null) {
    return (
      <div className="study-line settling-line">
        <progress aria-label={t("Measuring {what}", { what: SETTLES.title })} value={share} max={1} />
        <span>{percent(share)}</span>
        <button type="button" aria-label={t("Cancel {what}", { what: SETTLES.title })} onClick={stopSettling}>
          {t("Cancel")}
        </button>
      </div>
    );
  }
  if (coloring || !again) return null;
  return (
    <div className="study-line settling-line">
      <button type="button" onClick={settle}>
        {t("Measure {what}", { what: SETTLES.title })}
      </button>
    </div>
  );
}
