import { scope, select, setHover, toggleSelected } from "../state";
import { HoverKeeper } from "./hover-keeper";
import type { Picker } from "./picker";
import { projectRow } from "./picking";
import type { Stage } from "./stage";

const MOUSE_REACH = 10;
const TOUCH_REACH = 16;
/** A touch that moves less and lasts less than this is a tap. */
const TAP = { pixels: 8, milliseconds: 500 };

/** Names the row under the mouse, at most once an animation frame; a click or a tap selects it. */
export function followPointer(canvas: HTMLCanvasElement, stage: Stage, picker: Picker): () => void {
  const listening = new AbortController();
  const { signal } = listening;
  let request = 0;
  let down = { x: 0, y: 0, at: 0 };

  const keeper = new HoverKeeper({
    row: () => scope.getState().hover,
    placeOf: (row) => {
      const { buffers, view } = stage.pointed;
      return buffers && row < buffers.motion.rows ? projectRow(buffers.motion, view, row) : null;
    },
    name: (row) => name(row),
    pick: ({ x, y }, found) => picker.pick(x, y, MOUSE_REACH, found),
  });
  const name = (row: number) => setHover(row < 0 ? null : row);
  const place = (event: PointerEvent) => {
    const box = canvas.getBoundingClientRect();
    return { x: event.clientX - box.left, y: event.clientY - box.top };
  };
  const pickAsked = () => {
    request = 0;
    keeper.answer();
  };

  canvas.addEventListener(
    "pointermove",
    (event) => {
      if (event.pointerType === "touch") return;
      const at = place(event);
      stage.pointed = stage.sightAt(at.x, at.y);
      // Nothing is named while the cloud is being turned.
      keeper.point(event.buttons === 0 ? at : null);
      request ||= requestAnimationFrame(pickAsked);
    },
    { signal },
  );
  canvas.addEventListener(
    "pointerleave",
    (event) => {
      if (event.pointerType !== "touch") keeper.point(null);
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
      stage.pointed = stage.sightAt(x, y);
      const isTap = Math.hypot(x - down.x, y - down.y) < TAP.pixels && event.timeStamp - down.at < TAP.milliseconds;
      if (!isTap || event.button !== 0) return;
      const touch = event.pointerType === "touch";
      picker.pick(x, y, touch ? TOUCH_REACH : MOUSE_REACH, (row) => {
        name(row);
        // A click beside every point lets the selection be: it is easily meant for the camera.
        if (row < 0) return;
        if (event.shiftKey) toggleSelected(row);
        else select(row);
      });
    },
    { signal },
  );
  const drawn = () => keeper.drawn(stage.atRest);
  stage.afterDraw.add(drawn);
  return () => {
    stage.afterDraw.delete(drawn);
    listening.abort();
    cancelAnimationFrame(request);
  };
}
