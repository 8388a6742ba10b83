import { useScope } from "../../state";
import { count, percent } from "../figures";

/** What has arrived of the space, as long as some is missing; then, what the track shows. */
export function LoadingNote({ dims }: { dims: number }) {
  const { columns, bytes, totalBytes } = useScope((state) => state.progress);
  const share = totalBytes > 0 ? bytes / totalBytes : columns / dims;
  const loading = `loading ${percent(Math.floor(share * 100) / 100)}`;
  const [brief, whole] =
    columns >= dims
      ? ["std per dim", "standard deviation of each dimension"]
      : [loading, `${loading} · ${count(columns)} of ${count(dims)} dims`];
  return (
    <p className="timeline-note" title={whole}>
      <span className="wide-only">{whole}</span>
      <span className="narrow-only" aria-hidden="true">
        {brief}
      </span>
    </p>
  );
}
