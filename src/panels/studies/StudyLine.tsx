import { joined, t, textOf } from "../../i18n";
import type { Problem } from "../../state";
import { percent } from "../figures";
import "./study-line.css";

interface Props {
  /** What is being measured, in words that complete "measuring". */
  name: string;
  share: number | null;
  answered: boolean;
  problem: Problem | null;
  start: () => void;
  cancel: () => void;
}

/** How far a study is, and the way to end it; or to begin it again. Empty once it is answered. */
export function StudyLine({ name, share, answered, problem, start, cancel }: Props) {
  if (share !== null) {
    return (
      <div className="study-line">
        <progress aria-label={t("Measuring {what}", { what: name })} value={share} max={1} />
        <span>{percent(share)}</span>
        <button type="button" className="link-button" aria-label={t("Cancel {what}", { what: name })} onClick={cancel}>
          {t("Cancel")}
        </button>
      </div>
    );
  }
  if (answered) return null;
  return (
    <div className="study-line">
      {problem && <p role="alert">{joined("sentences", [textOf(problem.what), textOf(problem.remedy)])}</p>}
      <button type="button" className="button" onClick={start}>
        {t("Measure {what}", { what: name })}
      </button>
    </div>
  );
}
