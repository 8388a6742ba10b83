import { type CSSProperties, lazy, Suspense, useState } from "react";
import { t } from "../../i18n";
import { useScope } from "../../state";
import { bytes, count, percent } from "../figures";
import "./readout.css";

// Fetched when it is first typed in.
const DimensionField = lazy(async () => ({ default: (await import("./DimensionField")).DimensionField }));

/** The k of the slider at large, and what that many dims cost. A click on it makes it a field to type another. */
export function Readout({ dims }: { dims: number }) {
  const k = useScope((state) => state.k);
  const [typing, setTyping] = useState(false);
  const cost = { bytes: bytes(4 * k), share: percent(k / dims) };
  return (
    <div className="readout">
      <p className="readout-k">
        {typing ? (
          <Suspense>
            <DimensionField k={k} dims={dims} onDone={() => setTyping(false)} />
          </Suspense>
        ) : (
          <button
            type="button"
            className="readout-number"
            aria-label={t("{k} dimensions, type another number", { k: count(k) })}
            title={t("Type a number of dimensions")}
            onClick={() => setTyping(true)}
          >
            {count(k)}
          </button>
        )}
        {/* Moved by a transform, as wide as the number is: as text behind it, it would shift the layout while k plays. */}
        <span className="readout-of" style={{ "--digits": typing ? FIELD : widthOf(count(k)) } as CSSProperties}>
          <span className="wide-only">{t("of {dims} dimensions", { dims: count(dims) })}</span>
          <span className="narrow-only" aria-hidden="true">
            {t("of {dims} dims", { dims: count(dims) })}
          </span>
        </span>
      </p>
      <p className="readout-cost" title={t("4 bytes a dimension (float32), against all dimensions")}>
        <span className="wide-only">{t("{bytes} a vector · {share} of the memory", cost)}</span>
        <span className="narrow-only" aria-hidden="true">
          {t("{bytes} · {share} of memory", cost)}
        </span>
      </p>
    </div>
  );
}

/** Width of the field, in digits. */
const FIELD = 4.8;

/** Width of a written number in digits: its figures are all as wide, a comma is about half of that. */
function widthOf(number: string): number {
  return [...number].reduce((width, letter) => width + (letter === "," ? 0.5 : 1), 0);
}
