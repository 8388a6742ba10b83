import { type CSSProperties, memo } from "react";
import type { ProfileStep } from "../../state";
import { count } from "../figures";
import { type Axis, shareOf } from "./axis";
import { leap } from "./leap";

/**
 * The steps of the profile, marked above the track: a click goes there. They are no stops of the Tab key: Shift and an
 * arrow on the slider lead to each of them.
 */
export const StepMarks = memo(function StepMarks({ steps, axis }: { steps: readonly ProfileStep[]; axis: Axis }) {
  return (
    <div className="step-marks">
      {steps.map(({ dims, ratio }) => (
        <button
          key={dims}
          type="button"
          tabIndex={-1}
          aria-label={`Step at ${count(dims)} dimensions: standard deviation × ${ratio.toFixed(2)} from there`}
          style={{ "--at": shareOf(dims, axis) } as CSSProperties}
          onClick={() => leap(dims)}
        />
      ))}
    </div>
  );
});
