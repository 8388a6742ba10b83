import type { CSSProperties } from "react";
import { playRange, useScope } from "../../state";
import { type Axis, LEAST, shareOf } from "./axis";

/** The stretch that Play goes through, above the track, where it is not all of it. */
export function PlayRange({ axis }: { axis: Axis }) {
  const play = useScope((state) => state.play);
  const { from, to } = playRange(play, axis.dims);
  if (from === LEAST && to === axis.dims) return null;
  const place = { "--from": shareOf(from, axis), "--to": shareOf(to, axis) } as CSSProperties;
  return <div className="play-range" style={place} aria-hidden="true" />;
}
