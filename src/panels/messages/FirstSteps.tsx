import { useEffect } from "react";
import "./first-steps.css";

/** A pointer that is pressed and moves this far, in pixels, drags. */
const DRAG = 4;

/** What there is to do here, in three steps. The first drag of the slider or of the cloud takes them. */
export function FirstSteps({ onTaken }: { onTaken: () => void }) {
  useEffect(() => {
    let pressed: PointerEvent | null = null;
    const onDown = (event: PointerEvent) => {
      const isOurs = event.target instanceof Element && event.target.closest(".slider, .cloud-picture");
      pressed = isOurs ? event : null;
    };
    const onMove = (event: PointerEvent) => {
      if (!pressed || event.buttons === 0) return;
      if (Math.hypot(event.clientX - pressed.clientX, event.clientY - pressed.clientY) >= DRAG) onTaken();
    };
    document.addEventListener("pointerdown", onDown, true);
    document.addEventListener("pointermove", onMove, true);
    return () => {
      document.removeEventListener("pointerdown", onDown, true);
      document.removeEventListener("pointermove", onMove, true);
    };
  }, [onTaken]);
  const isTouch = window.matchMedia("(pointer: coarse)").matches;
  return (
    <section className="first-steps" aria-label="First steps">
      <ol>
        <li>
          <strong>Drag the slider</strong> <span>for more or fewer dimensions</span>
        </li>
        <li>
          <strong>Drag the cloud</strong> <span>to turn it</span>
        </li>
        <li>
          <strong>{isTouch ? "Tap" : "Click"} a point</strong> <span>to read it and see its neighbours</span>
        </li>
      </ol>
      <button type="button" className="button" onClick={onTaken}>
        Got it
      </button>
    </section>
  );
}
