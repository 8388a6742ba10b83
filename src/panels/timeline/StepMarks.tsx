import { type CSSProperties, memo } from "react";
import { t } from "../../i18n";
import { useLanguage } from "../../i18n/react";
import type { ProfileStep } from "../../state";
import { count } from "../figures";
import { type Axis, shareOf } from "./axis";
import { leap } from "./leap";

/**
 * The steps of the profile, marked above the track: a click goes there. They are no stops of the Tab key: Shift and an
 * arrow on the slider lead to each of them.
 */
export const StepMarks = memo(function StepMarks({ steps, axis }: { steps: readonly ProfileStep[]; axis: Axis }) {
  useLanguage();
  return (
    <div className="step-marks">
      {steps.map(({ dims, ratio }) => (
        <button
          key={dims}
          type="button"
          tabIndex={-1}
          aria-label={t("Step at {dims} dimensions: standard deviation × {ratio} from there", {
            dims: count(dims),
            ratio: ratio.toFixed(2),
          })}
          style={{ "--at": shareOf(dims, axis) } as CSSProperties}
          onClick={() => leap(dims)}
        />
      ))}
    </div>
  );
});
