import type { FormEvent } from "react";
import { t } from "../../../i18n";
import { desk, look, useDesk } from "../desk";

/** Text or a table that was copied elsewhere. */
export function PasteWay() {
  const pasted = useDesk((state) => state.pasted);
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (pasted.trim()) look({ kind: "text", text: pasted, title: t("Pasted") });
  };
  return (
    <form onSubmit={onSubmit}>
      <label className="sheet-field">
        <span>{t("Text or a table")}</span>
        <textarea
          rows={10}
          spellCheck={false}
          placeholder={`{"text": "${t("a line of JSON each")}", "embedding": [0.12, -0.03, …]}`}
          value={pasted}
          onChange={({ target }) => desk.setState({ pasted: target.value })}
        />
      </label>
      <p className="sheet-note">
        {t("JSON, lines of JSON, CSV, or cells copied from a spreadsheet. Pasting anywhere on the page does the same.")}
      </p>
      <p className="way-privacy">{t("Nothing leaves this machine.")}</p>
      <button type="submit" className="button button-main" disabled={!pasted.trim()}>
        {t("Look at it")}
      </button>
    </form>
  );
}
