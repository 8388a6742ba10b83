import { type CSSProperties, memo, useMemo } from "react";
import { count } from "../figures";
import { type Axis, LEAST, shareOf } from "./axis";
import { sizesOf } from "./stops";
import { labelsThatFit, tickDims } from "./tick-labels";

/** Ticks and their labels below the track; the one the slider stands at is set off. */
export const DimensionTicks = memo(function DimensionTicks(props: { k: number; axis: Axis; width: number }) {
  const { k, axis, width } = props;
  const labels = useMemo(() => labelsThatFit(axis, width), [axis, width]);
  const at = (stop: number) => ({ "--at": shareOf(stop, axis) }) as CSSProperties;
  const sizes = sizesOf(axis.dims);
  const isSize = (stop: number) => sizes.includes(stop) || undefined;
  return (
    <div className="ticks" aria-hidden="true">
      {[...new Set([...tickDims(axis), ...sizes])].map((stop) => (
        <i key={stop} style={at(stop)} data-size={isSize(stop)} />
      ))}
      {labels.map((stop) => (
        <span
          key={stop}
          style={at(stop)}
          data-end={endOf(stop, axis.dims)}
          data-size={isSize(stop)}
          data-here={stop === k || undefined}
        >
          {count(stop)}
        </span>
      ))}
    </div>
  );
});

/** The outermost labels stand flush with the axis. */
function endOf(stop: number, dims: number): "first" | "last" | undefined {
  if (stop === LEAST) return "first";
  return stop === dims ? "last" : undefined;
}
