import { type MouseEvent, useLayoutEffect, useRef } from "react";
import { t, textOf } from "../../i18n";
import { setHelp, setSingleKeys, useScope } from "../../state";
import { SHORTCUTS, type Shortcut } from "../shortcuts/shortcuts";
import "./help.css";

/**
 * The sheet of shortcuts. The browser's own dialog holds the focus, hides the page behind it from assistive technology,
 * and gives the focus back.
 */
export function HelpSheet() {
  const dialog = useRef<HTMLDialogElement>(null);
  const singleKeys = useScope((state) => state.singleKeys);
  useLayoutEffect(() => {
    const element = dialog.current!;
    element.showModal();
    // While it is still on the page: only then it gives the focus back.
    return () => element.close();
  }, []);
  // Of the dialog itself only the ground around the sheet can be hit.
  const onClick = (event: MouseEvent) => {
    if (event.target === dialog.current) setHelp(false);
  };
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape closes it
    <dialog ref={dialog} className="help" aria-labelledby="help-title" onClose={() => setHelp(false)} onClick={onClick}>
      <div className="help-sheet">
        <header>
          <h2 id="help-title">{t("Keys and gestures")}</h2>
          <button type="button" className="icon-button" aria-label={t("Close")} onClick={() => setHelp(false)}>
            <svg width="12" height="12" viewBox="0 0 12 12" aria-hidden="true">
              <path d="M1 1l10 10M11 1L1 11" stroke="currentColor" strokeWidth="1.5" />
            </svg>
          </button>
        </header>
        <div className="help-groups">
          {SHORTCUTS.map(({ where, shortcuts }) => (
            <section key={textOf(where)}>
              <h3>{textOf(where)}</h3>
              <dl>
                {shortcuts.map((shortcut) => (
                  <Line key={textOf(shortcut.does)} shortcut={shortcut} />
                ))}
              </dl>
            </section>
          ))}
        </div>
        <label className="help-single">
          <input type="checkbox" checked={singleKeys} onChange={(event) => setSingleKeys(event.target.checked)} />
          <span>
            {t("Letters and signs alone are shortcuts. Turn it off where speech or a slip would set them off.")}
          </span>
        </label>
      </div>
    </dialog>
  );
}

function Line({ shortcut: { keys, does } }: { shortcut: Shortcut }) {
  return (
    <div>
      <dt>
        {keys.map((together) => (
          <span key={together.join()}>
            {together.map((key) => (
              <kbd key={key}>{t("{key, select, Space {Space} click {click} other {{key}}}", { key })}</kbd>
            ))}
          </span>
        ))}
      </dt>
      <dd>{textOf(does)}</dd>
    </div>
  );
}
