import type { CSSProperties } from "react";
import { t } from "../../i18n";
import { type ProfileStep, useScope } from "../../state";
import { count } from "../figures";
import { type Axis, shareOf } from "./axis";
import { costOf } from "./SizeMarks";

/** What the profile says at the place under the pointer, above it. Each line is one text, so that nothing in it shifts. */
export function TrackTip({ k, axis, width }: { k: number; axis: Axis; width: number }) {
  const std = useScope((state) => state.std);
  const columns = useScope((state) => state.progress.columns);
  const steps = useScope((state) => state.steps);
  const place = { "--x": `${shareOf(k, axis) * width}px`, "--width": `${width}px` } as CSSProperties;
  return (
    <div className="track-tip" aria-hidden="true" style={place}>
      <i />
      <div>
        <p>{k <= columns ? level(std[k - 1], k, steps) : t("{k} dims · on its way", { k: count(k) })}</p>
        <p>{costOf(k)}</p>
      </div>
    </div>
  );
}

function level(std: number, k: number, steps: readonly ProfileStep[]): string {
  const step = steps.find(({ dims }) => dims === k);
  const known = { k: count(k), std: std.toPrecision(3) };
  if (!step) return t("{k} dims · std {std}", known);
  return t("{k} dims · std {std}, × {ratio} from here", { ...known, ratio: step.ratio.toFixed(2) });
}
