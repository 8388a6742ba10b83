import { useEffect } from "react";
import { t } from "../../i18n";
import { type Parts, Rich } from "../../i18n/react";
import "./first-steps.css";

/** A pointer that is pressed and moves this far, in pixels, drags. */
const DRAG = 4;

const PARTS: Parts = { b: (words) => <strong>{words}</strong>, rest: (words) => <span>{words}</span> };

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
    <section className="first-steps" aria-label={t("First steps")}>
      <ol>
        <li>
          <Rich parts={PARTS}>{t("<b>Drag the slider</b> <rest>for more or fewer dimensions</rest>")}</Rich>
        </li>
        <li>
          <Rich parts={PARTS}>{t("<b>Drag the cloud</b> <rest>to turn it</rest>")}</Rich>
        </li>
        <li>
          <Rich parts={PARTS}>
            {isTouch
              ? t("<b>Tap a point</b> <rest>to read it and see its neighbours</rest>")
              : t("<b>Click a point</b> <rest>to read it and see its neighbours</rest>")}
          </Rich>
        </li>
      </ol>
      <button type="button" className="button" onClick={onTaken}>
        {t("Got it")}
      </button>
    </section>
  );
}
