import { t } from "../../i18n";
import { rampColors, useGround } from "../../scene";
import type { NumberColoring } from "../../state";

/** The ramp of the numbers, from low to high; what lies beyond an end has the colour of the end. */
export function NumberScale({ column: { title, low, high, write } }: { column: NumberColoring }) {
  const colors = rampColors(useGround());
  return (
    <figure
      className="scale"
      aria-label={t("{what}: from {low} to {high}", { what: title, low: write(low), high: write(high) })}
    >
      <div className="scale-ramp" style={{ backgroundImage: `linear-gradient(to right, ${colors.join(", ")})` }} />
      <div className="scale-figures" aria-hidden="true">
        <span>≤ {write(low)}</span>
        <span>{write((low + high) / 2)}</span>
        <span>≥ {write(high)}</span>
      </div>
    </figure>
  );
}
