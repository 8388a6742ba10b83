import { useEffect, useState } from "react";
import { onSpoken } from "../i18n";
import { scope } from "../state";
import { cloudSentence } from "./cloud-sentence";

/** A screen reader is told again after so many milliseconds at the soonest. */
const PAUSE = 1_000;

/** The sentence that tells a screen reader what the cloud shows now. */
export function CloudDescription({ id }: { id: string }) {
  const [sentence, setSentence] = useState(() => cloudSentence(scope.getState()));
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let told = Number.NEGATIVE_INFINITY;
    const tell = () => {
      timer = undefined;
      told = performance.now();
      setSentence(cloudSentence(scope.getState()));
    };
    const retell = () => {
      timer ??= setTimeout(tell, Math.max(0, told + PAUSE - performance.now()));
    };
    const unsubscribe = scope.subscribe(retell);
    const unspoken = onSpoken(retell);
    return () => {
      unsubscribe();
      unspoken();
      clearTimeout(timer);
    };
  }, []);
  return (
    <p id={id} className="visually-hidden" aria-live="polite">
      {sentence}
    </p>
  );
}
