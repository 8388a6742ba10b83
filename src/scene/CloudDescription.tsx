import { useScope } from "../state";

/** The sentence that tells a screen reader what the cloud shows now. */
export function CloudDescription({ id }: { id: string }) {
  const frame = useScope((state) => state.frame);
  const dims = useScope((state) => state.manifest?.dims);
  return (
    <p id={id} className="visually-hidden">
      {frame && dims
        ? describe(frame.scores.length / 3, frame.k, dims, frame.explainedVarianceRatio)
        : "No points yet."}
    </p>
  );
}

function describe(rows: number, k: number, dims: number, ratios: readonly number[]): string {
  const explained = Math.round(100 * ratios.reduce((sum, ratio) => sum + ratio, 0));
  const [points, shown, most] = [rows, k, dims].map((count) => count.toLocaleString("en"));
  return `${points} points at ${shown} of ${most} dimensions; the three axes explain ${explained} % of the variance.`;
}
