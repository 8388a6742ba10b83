import { useScope } from "../../state";
import { count, percent } from "../figures";

/** What has arrived of the space, as long as some is missing; then, what the track shows. */
export function LoadingNote({ dims }: { dims: number }) {
  const { columns, bytes, totalBytes } = useScope((state) => state.progress);
  if (columns >= dims) return <p className="timeline-note">standard deviation of each dimension</p>;
  const share = totalBytes > 0 ? bytes / totalBytes : columns / dims;
  return (
    <p className="timeline-note">
      loading {percent(Math.floor(share * 100) / 100)} · {count(columns)} of {count(dims)} dims
    </p>
  );
}
