import { said, t } from "../../i18n";
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
  const other = isControl ? besideCaption(beside, otherK) : said("the other’s first {dims}", { dims: count(otherK) });
  const own = said("first {k} dims", { k: count(k) });
  return (
    <section aria-label={t("Measures")} aria-busy={share !== null}>
      <table className="compare-table">
        <caption>
          <span>{t("At {dims} dims", { dims: count(k) })}</span>
          <progress aria-label={t("Measuring")} max={1} value={share ?? (current ? 1 : 0)} hidden={share === null} />
        </caption>
        <tbody>
          <MeasureRow name={t("Recall@{count}, {of}", { count: COUNT, of: own })} value={current?.recall} />
          <MeasureRow name={t("Recall@{count}, {of}", { count: COUNT, of: other })} value={current?.otherRecall} />
          {beside.name === "random" && (
            <MeasureRow
              name={t("Recall@{count}, {draws} fresh draws", { count: COUNT, draws: DRAWS })}
              value={current?.draws ?? undefined}
            />
          )}
          <MeasureRow name={t("Difference of the two")} value={current?.difference} signed />
          <MeasureRow name={t("Neighbours in common")} value={current?.overlap} />
          <MeasureRow name={t("Alike in shape (linear CKA)")} value={current?.cka} />
          <MeasureRow name={t("Distance of the clouds")} value={residualOf(beside)} />
          <MeasureRow name={t("Cosine, dim by dim")} value={current?.cosine} signed />
        </tbody>
      </table>
      {problem && (
        <p role="alert" className="compare-problem">
          {t("This could not be measured: {problem}", { problem })}
        </p>
      )}
      {current && <p>{verdict(current, k, otherK)}</p>}
      <details className="compare-details">
        <summary>{t("What these are")}</summary>
        <p>
          {t(
            "In brackets 95 % intervals. Recall: of the {count} nearest by cosine at all dims, how many are among the {count} nearest at k; with a control both are held against all dims of the open space. {queries} points are asked, the same in both.",
            { count: COUNT, queries: count(QUERIES) },
          )}
        </p>
        <p>
          {t(
            "Neighbours in common: the share of the {count} nearest at k in the one that are so in the other. Cosine, dim by dim: of each of {rows} points’ vectors in the one with its vector in the other, over the dims that both have.",
            { count: COUNT, rows: count(ROWS) },
          )}
        </p>
        <p>
          {t(
            "Linear CKA (Kornblith et al., 2019), from {rows} points by its unbiased estimator: 1 where the points lie to each other as in the other space, whatever its axes; 0 where nothing is shared.",
            { rows: count(ROWS) },
          )}
        </p>
        <p>
          {t(
            "Distance of the clouds: root mean square distance of all points after the best turn or mirroring (Procrustes), each cloud of radius 1. 0 where they coincide, 1.414 where they have nothing in common.",
          )}
        </p>
      </details>
    </section>
  );
}

function residualOf({ residual }: Beside): Interval | undefined {
  return residual === null ? undefined : { mean: residual, low: Number.NaN, high: Number.NaN };
}

function verdict({ difference: { mean, low, high } }: Comparison, k: number, otherK: number): string {
  const told = comparison(mean, low, high);
  if (otherK >= k) return told;
  return t("{told} The other has {other} dims here, the space {own}.", { told, other: count(otherK), own: count(k) });
}

function comparison(mean: number, low: number, high: number): string {
  const by = Math.abs(mean * 100).toFixed(1);
  if (low > 0) return t("The other keeps {by} points of recall more than the first dims.", { by });
  if (high < 0) return t("The first dims keep {by} points of recall more than the other.", { by });
  return t("Which of the two keeps more of the neighbours cannot be told from this sample.");
}
