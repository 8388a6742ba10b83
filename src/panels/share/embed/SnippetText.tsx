import { useEffect, useRef, useState } from "react";
import { t } from "../../../i18n";

/** How long it says that it has been copied, in milliseconds. */
const TOLD_MS = 2_000;

/** What is copied, as text that can be selected, and the button that copies it. */
export function SnippetText({ text }: { text: string }) {
  const field = useRef<HTMLTextAreaElement>(null);
  const [told, setTold] = useState<{ text: string; well: boolean } | null>(null);
  useEffect(() => {
    if (!told) return;
    const timer = setTimeout(() => setTold(null), TOLD_MS);
    return () => clearTimeout(timer);
  }, [told]);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setTold({ text, well: true });
    } catch {
      // A page without leave to write there: then the reader does it.
      field.current?.select();
      setTold({ text, well: false });
    }
  };
  const said = told?.text === text ? (told.well ? t("Copied.") : t("Press Ctrl C to copy what is selected.")) : "";
  return (
    <>
      <label className="sheet-field">
        <span>{t("Put this into the page")}</span>
        <textarea
          ref={field}
          readOnly
          rows={text.trimEnd().split("\n").length}
          value={text}
          spellCheck={false}
          className="embed-snippet"
        />
      </label>
      <div className="sheet-foot">
        <div className="sheet-actions">
          <span role="status" className="sheet-note">
            {said}
          </span>
          <button type="button" className="button button-main" onClick={copy}>
            {t("Copy snippet")}
          </button>
        </div>
      </div>
    </>
  );
}
