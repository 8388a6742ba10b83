import { scope, select, setHover, toggleSelected } from "../state";
import { nearestRow } from "./picking";
import type { Stage } from "./stage";

const MOUSE_REACH = 10;
const TOUCH_REACH = 16;
/** A touch that moves less and lasts less than this is a tap. */
const TAP = { pixels: 8, milliseconds: 500 };

/** Names the row under the mouse, at most once an animation frame; a click or a tap selects it. */
export function followPointer(canvas: HTMLCanvasElement, stage: Stage): () => void {
  const listening = new AbortController();
  const { signal } = listening;
  let asked: { x: number; y: number } | null = null;
  let request = 0;
  let down = { x: 0, y: 0, at: 0 };

  const pick = (x: number, y: number, reach: number) => {
    const { buffers, view } = stage;
    if (!buffers || !stage.points.visible) return setHover(null);
    const row = nearestRow(buffers.motion, view, x, y, reach, buffers.tints.shown);
    setHover(row < 0 ? null : row);
  };
  const place = (event: PointerEvent) => {
    const box = canvas.getBoundingClientRect();
    return { x: event.clientX - box.left, y: event.clientY - box.top };
  };
  const pickAsked = () => {
    request = 0;
    if (asked) pick(asked.x, asked.y, MOUSE_REACH);
  };

  canvas.addEventListener(
    "pointermove",
    (event) => {
      if (event.pointerType === "touch") return;
      // Nothing is named while the cloud is being turned.
      asked = event.buttons === 0 ? place(event) : null;
      if (!asked) setHover(null);
      else request ||= requestAnimationFrame(pickAsked);
    },
    { signal },
  );
  canvas.addEventListener(
    "pointerleave",
    (event) => {
      asked = null;
      if (event.pointerType !== "touch") setHover(null);
    },
    { signal },
  );
  canvas.addEventListener(
    "pointerdown",
    (event) => {
      down = { ...place(event), at: event.timeStamp };
    },
    { signal },
  );
  canvas.addEventListener(
    "pointerup",
    (event) => {
      const { x, y } = place(event);
      const isTap = Math.hypot(x - down.x, y - down.y) < TAP.pixels && event.timeStamp - down.at < TAP.milliseconds;
      if (!isTap || event.button !== 0) return;
      const touch = event.pointerType === "touch";
      pick(x, y, touch ? TOUCH_REACH : MOUSE_REACH);
      // A click beside every point lets the selection be: it is easily meant for the camera.
      const { hover } = scope.getState();
      if (hover === null) return;
      if (event.shiftKey) toggleSelected(hover);
      else select(hover);
    },
    { signal },
  );
  return () => {
    listening.abort();
    cancelAnimationFrame(request);
  };
}
