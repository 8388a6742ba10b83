import { type CSSProperties, type KeyboardEvent, type PointerEvent, useMemo, useRef } from "react";
import { scope, setK, useScope } from "../../state";
import { count } from "../figures";
import { useSize } from "../use-size";
import { dimsAt, LEAST, rungFrom, shareOf } from "./axis";
import { DimensionTicks } from "./DimensionTicks";
import { Profile } from "./Profile";

/** The slider whose track is the profile of the space: drag anywhere on it, or use the keys. */
export function DimensionSlider({ dims }: { dims: number }) {
  const k = useScope((state) => state.k);
  const scale = useScope((state) => state.scale);
  const std = useScope((state) => state.std);
  const columns = useScope((state) => state.progress.columns);
  const track = useRef<HTMLDivElement>(null);
  const { width, height } = useSize(track);
  const axis = useMemo(() => ({ scale, dims }), [scale, dims]);

  const moveTo = (event: PointerEvent) => {
    const box = track.current!.getBoundingClientRect();
    setK(dimsAt((event.clientX - box.left) / box.width, axis));
  };
  const onPointerDown = (event: PointerEvent<HTMLDivElement>) => {
    if (event.button !== 0) return;
    // Not before the capture: the browser would start its own drag of what is under the pointer.
    event.preventDefault();
    event.currentTarget.focus({ preventScroll: true });
    event.currentTarget.setPointerCapture(event.pointerId);
    scope.setState({ playing: false });
    moveTo(event);
  };
  const onPointerMove = (event: PointerEvent<HTMLDivElement>) => {
    if (event.currentTarget.hasPointerCapture(event.pointerId)) moveTo(event);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const next = keyTarget(event.key, k, dims);
    if (next === null || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    scope.setState({ playing: false });
    setK(next);
  };

  return (
    <div
      className="slider"
      role="slider"
      tabIndex={0}
      aria-label="Dimensions"
      aria-orientation="horizontal"
      aria-valuemin={LEAST}
      aria-valuemax={dims}
      aria-valuenow={k}
      aria-valuetext={`${count(k)} of ${count(dims)} dimensions`}
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
