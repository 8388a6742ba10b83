import { type Beside, besideCaption, CONTROLS, type Interval, useScope } from "../../state";
import { count } from "../figures";
import { MeasureRow } from "./MeasureRow";
import { COUNT, type Comparison, DRAWS, measure, QUERIES, ROWS } from "./measure";
import { useMeasured } from "./use-measured";

/** What two spaces have in common at this k, and which of them keeps more. */
export function Measures({ beside }: { beside: Beside }) {
  const data = useScope((state) => state.data);
  const frame = useScope((state) => state.frame);
  const otherK = beside.frame?.k ?? 0;
  const k = frame?.k ?? 0;
  // Both stand, all of both has arrived, and the residual says that their frames are a pair.
  const ready = beside.residual !== null && beside.progress.columns === beside.dims;
  const wish = ready ? `${data} ${beside.name} ${k} ${otherK}` : null;
  const { found, share, problem } = useMeasured(wish, (options) => measure(data, k, otherK, beside, options));
  const current = found?.wish === wish ? found?.value : undefined;
  const isControl = CONTROLS.some(({ name }) => name === beside.name);
  const other = isControl ? besideCaption(beside, otherK) : `the other’s first ${count(otherK)}`;
  const own = `first ${count(k)} dims`;
  return (
    <section aria-label="Measures" aria-busy={share !== null}>
      <table className="compare-table">
        <caption>
          <span>At {count(k)} dims</span>
          <progress aria-label="Measuring" max={1} value={share ?? (current ? 1 : 0)} hidden={share === null} />
        </caption>
        <tbody>
          <MeasureRow name={`Recall@${COUNT}, ${own}`} value={current?.recall} />
          <MeasureRow name={`Recall@${COUNT}, ${other}`} value={current?.otherRecall} />
          {beside.name === "random" && (
            <MeasureRow name={`Recall@${COUNT}, ${DRAWS} fresh draws`} value={current?.draws ?? undefined} />
          )}
          <MeasureRow name="Difference of the two" value={current?.difference} signed />
          <MeasureRow name="Neighbours in common" value={current?.overlap} />
          <MeasureRow name="Alike in shape (linear CKA)" value={current?.cka} />
          <MeasureRow name="Distance of the clouds" value={residualOf(beside)} />
          <MeasureRow name="Cosine, dim by dim" value={current?.cosine} signed />
        </tbody>
      </table>
      {problem && (
        <p role="alert" className="compare-problem">
          This could not be measured: {problem}
        </p>
      )}
      {current && <p>{verdict(current, k, otherK)}</p>}
      <details className="compare-details">
        <summary>What these are</summary>
        <p>
          In brackets 95 % intervals. Recall: of the {COUNT} nearest by cosine at all dims, how many are among the{" "}
          {COUNT} nearest at k; with a control both are held against all dims of the open space. {count(QUERIES)} points
          are asked, the same in both.
        </p>
        <p>
          Neighbours in common: the share of the {COUNT} nearest at k in the one that are so in the other. Cosine, dim
          by dim: of each of {count(ROWS)} points’ vectors in the one with its vector in the other, over the dims that
          both have.
        </p>
        <p>
          Linear CKA (Kornblith et al., 2019), from {count(ROWS)} points by its unbiased estimator: 1 where the points
          lie to each other as in the other space, whatever its axes; 0 where nothing is shared.
        </p>
        <p>
          Distance of the clouds: root mean square distance of all points after the best turn or mirroring (Procrustes),
          each cloud of radius 1. 0 where they coincide, 1.414 where they have nothing in common.
        </p>
      </details>
    </section>
  );
}

function residualOf({ residual }: Beside): Interval | undefined {
  return residual === null ? undefined : { mean: residual, low: Number.NaN, high: Number.NaN };
}

function verdict({ difference: { mean, low, high } }: Comparison, k: number, otherK: number): string {
  const uneven = otherK < k ? ` The other has ${count(otherK)} dims here, the space ${count(k)}.` : "";
  return comparison(mean, low, high) + uneven;
}

function comparison(mean: number, low: number, high: number): string {
  const by = Math.abs(mean * 100).toFixed(1);
  if (low > 0) return `The other keeps ${by} points of recall more than the first dims.`;
  if (high < 0) return `The first dims keep ${by} points of recall more than the other.`;
  return "Which of the two keeps more of the neighbours cannot be told from this sample.";
}
