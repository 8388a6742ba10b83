import { type CSSProperties, type KeyboardEvent, type PointerEvent, useRef, useState } from "react";
import type { Drawing, XAxis } from "./axes";
import { type Rule, readingAt, type Series } from "./series";
import { keyStop, nearestStop } from "./stops";
import { toneOf } from "./tones";

interface Props {
  name: string;
  drawing: Drawing;
  series: readonly Series[];
  stops: readonly number[];
  rules: readonly Rule[];
  axis: XAxis;
  /** Where it stands. */
  cursor: number;
  /** The stop it reads, and the text of what it reads. */
  stop: number;
  words: string;
  /** It stands for the dimensions in use, and bears their colour. */
  lit: boolean;
  onCursor: (x: number) => void;
  /** The stop under a pointer that only looks; null when it has gone. */
  onPoint: (x: number | null) => void;
}

/** A finger that moves less than this may be about to scroll: it leads the cursor when it is lifted. */
const SLACK = 8;

/** The focusable cursor over a drawing: a slider that goes from value to value and speaks them. */
export function Cursor(props: Props) {
  const { name, drawing, series, stops, rules, axis, cursor, stop, words, lit, onCursor, onPoint } = props;
  const { frame, px, py, xAt } = drawing;
  const [pointed, setPointed] = useState<number | null>(null);
  const pressed = useRef<{ x: number; moves: boolean } | null>(null);
  const at = (x: number) => Math.min(frame.right, Math.max(frame.left, px(x))) - frame.left;

  const stopUnder = (event: PointerEvent) => {
    const pixel = event.clientX - event.currentTarget.getBoundingClientRect().left + frame.left;
    return nearestStop(stops, xAt(Math.min(frame.right, Math.max(frame.left, pixel))), axis.scale)!;
  };
  const point = (x: number | null) => {
    if (x === pointed) return;
    setPointed(x);
    onPoint(x);
  };
  const onPointerDown = (event: PointerEvent<HTMLDivElement>) => {
    if (event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    point(null);
    pressed.current = { x: event.clientX, moves: event.pointerType !== "touch" };
    if (!pressed.current.moves) return;
    event.preventDefault();
    event.currentTarget.focus({ preventScroll: true });
    onCursor(stopUnder(event));
  };
  const onPointerMove = (event: PointerEvent<HTMLDivElement>) => {
    const press = pressed.current;
    if (press && Math.abs(event.clientX - press.x) > SLACK) press.moves = true;
    if (press?.moves) onCursor(stopUnder(event));
    else if (!press && event.pointerType === "mouse") point(stopUnder(event));
  };
  const onPointerUp = (event: PointerEvent<HTMLDivElement>) => {
    if (pressed.current) onCursor(stopUnder(event));
    pressed.current = null;
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const places = { stops, rules: rules.map((rule) => rule.x), scale: axis.scale };
    const next = keyStop(event.key, event.shiftKey, cursor, places);
    if (next === null) return;
    event.preventDefault();
    onCursor(next);
  };

  return (
    <div
      className="chart-cursor"
      role="slider"
      tabIndex={0}
      aria-label={name}
      aria-orientation="horizontal"
      aria-valuemin={stops[0]}
      aria-valuemax={stops[stops.length - 1]}
      aria-valuenow={cursor}
      aria-valuetext={words}
      data-lit={lit || undefined}
      style={{ left: frame.left, top: frame.top, width: frame.right - frame.left, height: frame.bottom - frame.top }}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={onPointerUp}
      onPointerCancel={() => {
        pressed.current = null;
      }}
      onPointerLeave={() => point(null)}
      onKeyDown={onKeyDown}
    >
      {lit && <i className="chart-used" style={{ transform: `scaleX(${at(cursor) / (frame.right - frame.left)})` }} />}
      {pointed !== null && <i className="chart-pointed" style={shift(at(pointed), 0)} />}
      <i className="chart-rule" style={shift(at(cursor), 0)} />
      {series.map((one, index) => {
        const reading = readingAt(one, pointed ?? stop);
        if (!reading) return null;
        const place = shift(at(pointed ?? stop), py(reading.smoothed ?? reading.y) - frame.top);
        return <i key={one.name} className="chart-dot" style={{ ...place, background: toneOf(index) }} />;
      })}
    </div>
  );
}

function shift(x: number, y: number): CSSProperties {
  return { transform: `translate(${x.toFixed(1)}px, ${y.toFixed(1)}px)` };
}
