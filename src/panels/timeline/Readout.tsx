import { useScope } from "../../state";
import { bytes, count, percent } from "../figures";

/** The k of the slider at large, and what that many dims cost. */
export function Readout({ dims }: { dims: number }) {
  const k = useScope((state) => state.k);
  return (
    <div className="readout">
      <p className="readout-k">
        <strong>{count(k)}</strong> of {count(dims)} dimensions
      </p>
      <p className="readout-cost" title="4 bytes a dimension (float32), against all dimensions">
        {bytes(4 * k)} a vector · {percent(k / dims)} of the memory
      </p>
    </div>
  );
}
