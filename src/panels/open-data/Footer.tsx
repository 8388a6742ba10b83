import { t, textOf } from "../../i18n";
import { percent } from "../figures";
import { AskDims } from "./AskDims";
import { back, cancel, close, desk, useDesk } from "./desk";

/** What stands below both halves of the dialog: what went wrong, what is being done, and the ways on. */
export function Footer() {
  const busy = useDesk((state) => state.busy);
  const isFound = useDesk(({ found }) => found !== null);
  return (
    <footer className="open-data-foot">
      <Trouble />
      <div className="sheet-busy" role="status">
        {busy && (
          <>
            <span>
              {busy.share === null
                ? textOf(busy.what)
                : t("{what} · {share}", { what: busy.what, share: percent(busy.share) })}
            </span>
            <progress aria-label={textOf(busy.what)} {...(busy.share === null ? {} : { value: busy.share })} />
          </>
        )}
      </div>
      {(isFound || busy) && (
        <div className="open-data-ways-on">
          {isFound && !busy && <Keep />}
          {isFound && !busy && (
            <button type="button" className="button" onClick={back}>
              {t("Back")}
            </button>
          )}
          <button type="button" className="button" onClick={busy ? cancel : close}>
            {t("Cancel")}
          </button>
          {isFound && (
            <button type="submit" form="choose" className="button button-main" disabled={busy !== null}>
              {t("Open")}
            </button>
          )}
        </div>
      )}
    </footer>
  );
}

function Trouble() {
  const problem = useDesk((state) => state.problem);
  const dims = useDesk((state) => state.dims);
  // What only needs an answer is a question and no alarm.
  if (problem && dims) return <AskDims what={textOf(problem.what)} suggestions={dims} />;
  if (!problem) return null;
  return (
    <div role="alert" className="open-data-problem">
      <p className="problem-what">
        <bdi>{textOf(problem.what)}</bdi>
      </p>
      {problem.where && !textOf(problem.what).includes(textOf(problem.where)) && (
        <p className="problem-where">
          <bdi>{textOf(problem.where)}</bdi>
        </p>
      )}
      <p>{textOf(problem.remedy)}</p>
    </div>
  );
}

function Keep() {
  const keep = useDesk((state) => state.keep);
  const input = useDesk((state) => state.input);
  if (input?.kind === "kept") return null;
  return (
    <label className="sheet-check open-data-keep">
      <input type="checkbox" checked={keep} onChange={({ target }) => desk.setState({ keep: target.checked })} />
      <span>{t("Keep in this browser")}</span>
    </label>
  );
}
