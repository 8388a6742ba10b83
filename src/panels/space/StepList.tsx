import { t } from "../../i18n";
import { setK, useScope } from "../../state";
import { count } from "../figures";
import { confidence } from "./confidence";

/** The steps of the profile; each is a stop for the slider. */
export function StepList() {
  const steps = useScope((state) => state.steps);
  const k = useScope((state) => state.k);
  const known = useScope((state) => state.stepsKnown);
  const rows = useScope((state) => state.manifest?.rows ?? 0);
  if (!known) return <p className="space-note">{t("Steps are looked for once all dimensions have arrived.")}</p>;
  if (steps.length === 0) {
    return (
      <p className="space-note" role="status">
        {t("No step: no dimension at which the level changes at once with 99 % confidence, by {rows} points.", {
          rows: count(rows),
        })}
      </p>
    );
  }
  return (
    <>
      <ul className="space-steps" aria-label={t("Steps")}>
        {steps.map(({ dims, ratio, confidence: share }) => (
          <li key={dims}>
            <button type="button" className="space-stop" aria-pressed={k === dims} onClick={() => setK(dims)}>
              {t("Go to {dims}", { dims: count(dims) })}
            </button>
            <span>
              {ratio < 1
                ? t("falls to {percent} %", { percent: Math.round(ratio * 100) })
                : t("rises to {percent} %", { percent: Math.round(ratio * 100) })}
            </span>
            <span>{t("{confidence} sure", { confidence: confidence(share) })}</span>
          </li>
        ))}
      </ul>
      <p className="space-note">
        {t(
          "Where the level changes at once: behind it a nested loss ended. Sure against every smooth curve, by {rows} points; fewer points make it less.",
          { rows: count(rows) },
        )}
      </p>
    </>
  );
}
