import { setK, useScope } from "../../state";
import { count } from "../figures";
import { confidence } from "./confidence";

/** The steps of the profile; each is a stop for the slider. */
export function StepList() {
  const steps = useScope((state) => state.steps);
  const k = useScope((state) => state.k);
  const arrived = useScope((state) => state.manifest !== null && state.progress.columns >= state.manifest.dims);
  const rows = useScope((state) => state.manifest?.rows ?? 0);
  if (!arrived) return <p className="space-note">Steps are looked for once all dimensions have arrived.</p>;
  if (steps.length === 0) {
    return (
      <p className="space-note" role="status">
        No step: no dimension at which the level changes at once with 99 % confidence, by {count(rows)} points.
      </p>
    );
  }
  return (
    <>
      <ul className="space-steps" aria-label="Steps">
        {steps.map(({ dims, ratio, confidence: share }) => (
          <li key={dims}>
            <button type="button" className="space-stop" aria-pressed={k === dims} onClick={() => setK(dims)}>
              Go to {count(dims)}
            </button>
            <span>
              {ratio < 1 ? "falls" : "rises"} to {Math.round(ratio * 100)} %
            </span>
            <span>{confidence(share)} sure</span>
          </li>
        ))}
      </ul>
      <p className="space-note">
        Where the level changes at once: behind it a nested loss ended. Sure against every smooth curve, by{" "}
        {count(rows)} points; fewer points make it less.
      </p>
    </>
  );
}
