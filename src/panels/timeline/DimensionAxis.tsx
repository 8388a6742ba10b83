import { lazy, type PointerEvent, Suspense, useMemo, useRef, useState } from "react";
import { useScope } from "../../state";
import { useSize } from "../use-size";
import { dimsAt } from "./axis";
import { DimensionSlider } from "./DimensionSlider";
import { PlayRange } from "./PlayRange";
import { SizeMarks } from "./SizeMarks";
import { StepMarks } from "./StepMarks";
import { stopNear, stopsOf } from "./stops";
import "./dimension-axis.css";

// Fetched when a pointer first comes near.
const TrackTip = lazy(async () => ({ default: (await import("./TrackTip")).TrackTip }));

/** How far from a stop, in pixels, a pointer still means it: less for a mouse than for a finger. */
const REACH = { mouse: 4, touch: 14 };

/** The slider with the marks above and below it, and what the profile says under the pointer. */
export function DimensionAxis({ dims }: { dims: number }) {
  const scale = useScope((state) => state.scale);
  const steps = useScope((state) => state.steps);
  const box = useRef<HTMLDivElement>(null);
  const { width } = useSize(box);
  const axis = useMemo(() => ({ scale, dims }), [scale, dims]);
  const stops = useMemo(() => stopsOf(steps, dims), [steps, dims]);
  const [pointed, setPointed] = useState<number | null>(null);

  /** The dims that a pointer means: while it drags, those under it; else a stop that is near. */
  const meant = ({ clientX, pointerType }: PointerEvent, dragging: boolean): number => {
    const share = (clientX - box.current!.getBoundingClientRect().left) / width;
    const reach = pointerType === "mouse" ? REACH.mouse : REACH.touch;
    const stop = dragging ? null : stopNear(share, stops, axis, width, reach);
    return stop ?? Math.round(dimsAt(share, axis));
  };
  return (
    <div
      ref={box}
      className="dimension-axis"
      onPointerMove={(event) => setPointed(meant(event, event.buttons > 0))}
      onPointerLeave={() => setPointed(null)}
    >
      <StepMarks steps={steps} axis={axis} />
      <DimensionSlider axis={axis} width={width} stops={stops} meant={meant} />
      <SizeMarks axis={axis} />
      <PlayRange axis={axis} />
      {pointed !== null && (
        <Suspense>
          <TrackTip k={pointed} axis={axis} width={width} />
        </Suspense>
      )}
    </div>
  );
}
