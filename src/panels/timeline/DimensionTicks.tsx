import { type CSSProperties, memo, useMemo } from "react";
import { count } from "../figures";
import { LEAST, labelsThatFit, shareOf, tickDims } from "./log-axis";

/** Ticks and their labels below the track; the one the slider stands at is set off. */
export const DimensionTicks = memo(function DimensionTicks(props: { k: number; dims: number; width: number }) {
  const { k, dims, width } = props;
  const labels = useMemo(() => labelsThatFit(dims, width), [dims, width]);
  const at = (stop: number) => ({ "--at": shareOf(stop, dims) }) as CSSProperties;
  return (
    <div className="ticks" aria-hidden="true">
      {tickDims(dims).map((stop) => (
        <i key={stop} style={at(stop)} />
      ))}
      {labels.map((stop) => (
        <span key={stop} style={at(stop)} data-end={endOf(stop, dims)} data-here={stop === k || undefined}>
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
