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
      <div className="open-data-busy" role="status">
        {busy && (
          <>
            <span>
              {busy.what}
              {busy.share !== null && ` · ${percent(busy.share)}`}
            </span>
            <progress aria-label={busy.what} {...(busy.share === null ? {} : { value: busy.share })} />
          </>
        )}
      </div>
      {(isFound || busy) && (
        <div className="open-data-ways-on">
          {isFound && !busy && <Keep />}
          {isFound && !busy && (
            <button type="button" className="button" onClick={back}>
              Back
            </button>
          )}
          <button type="button" className="button" onClick={busy ? cancel : close}>
            Cancel
          </button>
          {isFound && (
            <button type="submit" form="choose" className="button button-main" disabled={busy !== null}>
              Open
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
  if (problem && dims) return <AskDims what={problem.what} suggestions={dims} />;
  if (!problem) return null;
  return (
    <div role="alert" className="open-data-problem">
      <p className="problem-what">
        <bdi>{problem.what}</bdi>
      </p>
      {problem.where && !problem.what.includes(problem.where) && (
        <p className="problem-where">
          <bdi>{problem.where}</bdi>
        </p>
      )}
      <p>{problem.remedy}</p>
    </div>
  );
}

function Keep() {
  const keep = useDesk((state) => state.keep);
  const input = useDesk((state) => state.input);
  if (input?.kind === "kept") return null;
  return (
    <label className="open-data-check open-data-keep">
      <input type="checkbox" checked={keep} onChange={({ target }) => desk.setState({ keep: target.checked })} />
      <span>Keep in this browser</span>
    </label>
  );
}
