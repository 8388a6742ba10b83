import { type CSSProperties, useState } from "react";
import { useScope } from "../../state";
import { bytes, count, percent } from "../figures";
import { DimensionField } from "./DimensionField";
import "./readout.css";

/** The k of the slider at large, and what that many dims cost. A click on it makes it a field to type another. */
export function Readout({ dims }: { dims: number }) {
  const k = useScope((state) => state.k);
  const [typing, setTyping] = useState(false);
  return (
    <div className="readout">
      <p className="readout-k">
        {typing ? (
          <DimensionField k={k} dims={dims} onDone={() => setTyping(false)} />
        ) : (
          <button
            type="button"
            className="readout-number"
            aria-label={`${count(k)} dimensions, type another number`}
            title="Type a number of dimensions"
            onClick={() => setTyping(true)}
          >
            {count(k)}
          </button>
        )}
        {/* Moved by a transform, as wide as the number is: as text behind it, it would shift the layout while k plays. */}
        <span className="readout-of" style={{ "--digits": typing ? FIELD : widthOf(count(k)) } as CSSProperties}>
          <span className="wide-only">{`of ${count(dims)} dimensions`}</span>
          <span className="narrow-only" aria-hidden="true">{`of ${count(dims)} dims`}</span>
        </span>
      </p>
      <p className="readout-cost" title="4 bytes a dimension (float32), against all dimensions">
        <span className="wide-only">{`${bytes(4 * k)} a vector · ${percent(k / dims)} of the memory`}</span>
        <span className="narrow-only" aria-hidden="true">{`${bytes(4 * k)} · ${percent(k / dims)} of memory`}</span>
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
