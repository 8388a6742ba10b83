import { t, textOf } from "../../i18n";
import { setHelp, setSingleKeys, useScope } from "../../state";
import { Sheet } from "../sheet/Sheet";
import { SHORTCUTS, type Shortcut } from "../shortcuts/shortcuts";
import "./help.css";

/** The sheet of shortcuts. */
export function HelpSheet() {
  const singleKeys = useScope((state) => state.singleKeys);
  return (
    <Sheet title={t("Keys and gestures")} className="sheet-wide help" onClose={() => setHelp(false)}>
      <div className="sheet-body">
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
    </Sheet>
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
