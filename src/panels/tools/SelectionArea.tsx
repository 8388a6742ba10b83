import { type PointerEvent, useEffect, useRef, useState } from "react";
import { forwardWheel, screenPlaces } from "../../scene";
import { type How, selectRows } from "../../state";
import { boxBetween, type Place, rowsWithin } from "./enclosed";

/** A drag of fewer pixels encloses nothing: it was a click. */
const LEAST = 4;
/** The outline takes a new corner when the pointer has come this far. */
const STEP = 3;

/** Lies over the cloud while a box or a lasso is drawn. Shift adds what it encloses, Alt takes it away. */
export function SelectionArea({ tool }: { tool: "box" | "lasso" }) {
  const area = useRef<HTMLDivElement>(null);
  const [outline, setOutline] = useState<Place[]>([]);
  const drawing = useRef<{ pointer: number; from: Place; line: Place[] } | null>(null);

  const stop = () => {
    drawing.current = null;
    setOutline([]);
  };
  useEffect(() => {
    const element = area.current!;
    // Escape ends what is being drawn before it ends the tool.
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== "Escape" || !drawing.current) return;
      event.preventDefault();
      drawing.current = null;
      setOutline([]);
    };
    element.addEventListener("wheel", forwardWheel, { passive: true });
    document.addEventListener("keydown", onKey, { capture: true });
    return () => {
      element.removeEventListener("wheel", forwardWheel);
      document.removeEventListener("keydown", onKey, { capture: true });
    };
  }, []);

  const placeOf = (event: PointerEvent): Place => ({ x: event.nativeEvent.offsetX, y: event.nativeEvent.offsetY });
  const onDown = (event: PointerEvent) => {
    if (event.button !== 0 || drawing.current) return;
    area.current?.setPointerCapture(event.pointerId);
    const from = placeOf(event);
    drawing.current = { pointer: event.pointerId, from, line: [from] };
  };
  const onMove = (event: PointerEvent) => {
    const draw = drawing.current;
    if (draw?.pointer !== event.pointerId) return;
    const to = placeOf(event);
    if (tool === "box") draw.line = boxBetween(draw.from, to);
    else if (distance(draw.line[draw.line.length - 1], to) >= STEP) draw.line.push(to);
    setOutline([...draw.line]);
  };
  const onUp = (event: PointerEvent) => {
    const draw = drawing.current;
    if (draw?.pointer !== event.pointerId) return;
    stop();
    const screen = screenPlaces(draw.from);
    const isClick = draw.line.every((place) => distance(place, draw.from) < LEAST);
    if (screen && !isClick) selectRows(rowsWithin(screen.places, screen.shown, draw.line), howOf(event));
  };
  return (
    <div
      ref={area}
      className="selection-area"
      onPointerDown={onDown}
      onPointerMove={onMove}
      onPointerUp={onUp}
      onPointerCancel={stop}
    >
      <svg aria-hidden="true">
        <polygon points={outline.map(({ x, y }) => `${x},${y}`).join(" ")} />
      </svg>
    </div>
  );
}

function howOf({ shiftKey, altKey }: PointerEvent): How {
  if (altKey) return "remove";
  return shiftKey ? "add" : "replace";
}

function distance(a: Place, b: Place): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}
