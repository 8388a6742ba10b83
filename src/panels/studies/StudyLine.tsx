import { percent } from "../figures";
import "./study-line.css";

interface Props {
  /** What is being measured, in words that complete "measuring". */
  name: string;
  share: number | null;
  answered: boolean;
  problem: { what: string; remedy: string } | null;
  start: () => void;
  cancel: () => void;
}

/** How far a study is, and the way to end it; or to begin it again. Empty once it is answered. */
export function StudyLine({ name, share, answered, problem, start, cancel }: Props) {
  if (share !== null) {
    return (
      <div className="study-line">
        <progress aria-label={`Measuring ${name}`} value={share} max={1} />
        <span>{percent(share)}</span>
        <button type="button" className="link-button" aria-label={`Cancel ${name}`} onClick={cancel}>
          Cancel
        </button>
      </div>
    );
  }
  if (answered) return null;
  return (
    <div className="study-line">
      {problem && <p role="alert">{`${problem.what} ${problem.remedy}`}</p>}
      <button type="button" className="button" onClick={start}>
        Measure {name}
      </button>
    </div>
  );
}
