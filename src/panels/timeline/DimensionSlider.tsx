import { type CSSProperties, type KeyboardEvent, type PointerEvent, useRef } from "react";
import { t } from "../../i18n";
import { setK, useScope } from "../../state";
import { count } from "../figures";
import { useSize } from "../use-size";
import { type Axis, LEAST, rungFrom, shareOf } from "./axis";
import { DimensionTicks } from "./DimensionTicks";
import { leap } from "./leap";
import { Profile } from "./Profile";
import { nextStop } from "./stops";
import "./slider.css";

interface Props {
  axis: Axis;
  width: number;
  stops: readonly number[];
  /** The dims that a pointer means. */
  meant: (event: PointerEvent, dragging: boolean) => number;
}

/** The slider whose track is the profile of the space: drag anywhere on it, or use the keys. */
export function DimensionSlider({ axis, width, stops, meant }: Props) {
  const { dims } = axis;
  const k = useScope((state) => state.k);
  const std = useScope((state) => state.std);
  const columns = useScope((state) => state.progress.columns);
  const track = useRef<HTMLDivElement>(null);
  const { height } = useSize(track);

  const onPointerDown = (event: PointerEvent<HTMLDivElement>) => {
    if (event.button !== 0) return;
    // Not before the capture: the browser would start its own drag of what is under the pointer.
    event.preventDefault();
    event.currentTarget.focus({ preventScroll: true });
    event.currentTarget.setPointerCapture(event.pointerId);
    leap(meant(event, false));
  };
  const onPointerMove = (event: PointerEvent<HTMLDivElement>) => {
    if (event.currentTarget.hasPointerCapture(event.pointerId)) setK(meant(event, true));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const next = event.shiftKey ? stopTarget(event.key, k, stops) : keyTarget(event.key, k, dims);
    if (next === null || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    leap(next);
  };

  return (
    <div
      className="slider"
      role="slider"
      tabIndex={0}
      aria-label={t("Dimensions")}
      aria-orientation="horizontal"
      aria-valuemin={LEAST}
      aria-valuemax={dims}
      aria-valuenow={k}
      aria-valuetext={t("{k} of {dims} dimensions", { k: count(k), dims: count(dims) })}
      style={{ "--at": shareOf(k, axis) } as CSSProperties}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onKeyDown={onKeyDown}
    >
      <div ref={track} className="slider-track">
        {width > 0 && <Profile std={std} columns={columns} axis={axis} width={width} height={height} />}
        <div className="slider-hand">
          <div className="slider-cursor" />
          <div className="slider-knob" />
        </div>
      </div>
      <DimensionTicks k={k} axis={axis} width={width} />
    </div>
  );
}

function keyTarget(key: string, k: number, dims: number): number | null {
  switch (key) {
    case "ArrowRight":
    case "ArrowUp":
      return k + 1;
    case "ArrowLeft":
    case "ArrowDown":
      return k - 1;
    case "PageUp":
      return rungFrom(k, 1);
    case "PageDown":
      return rungFrom(k, -1);
    case "Home":
      return LEAST;
    case "End":
      return dims;
    default:
      return null;
  }
}

/** With Shift the arrows lead from stop to stop. */
function stopTarget(key: string, k: number, stops: readonly number[]): number | null {
  if (key === "ArrowRight" || key === "ArrowUp") return nextStop(k, stops, 1);
  if (key === "ArrowLeft" || key === "ArrowDown") return nextStop(k, stops, -1);
  return null;
}
