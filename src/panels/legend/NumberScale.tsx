import { rampColors, useGround } from "../../scene";
import type { NumberColoring } from "../../state";
import { figure } from "../figures";

/** The ramp of the numbers, from low to high; what lies beyond an end has the colour of the end. */
export function NumberScale({ column: { title, low, high } }: { column: NumberColoring }) {
  const colors = rampColors(useGround());
  return (
    <figure className="scale" aria-label={`${title}: from ${figure(low)} to ${figure(high)}`}>
      <div className="scale-ramp" style={{ backgroundImage: `linear-gradient(to right, ${colors.join(", ")})` }} />
      <div className="scale-figures" aria-hidden="true">
        <span>≤ {figure(low)}</span>
        <span>{figure((low + high) / 2)}</span>
        <span>≥ {figure(high)}</span>
      </div>
    </figure>
  );
}
