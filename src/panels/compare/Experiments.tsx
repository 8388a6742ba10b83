import { t } from "../../i18n";
import { type Interval, type StudyAnswer, setCompare, study, useScope } from "../../state";
import { count, percent } from "../figures";
import { otherSpaces } from "./choices";
import { MeasureRow } from "./MeasureRow";
import { COUNT, QUERIES } from "./measure";
import { useMeasured } from "./use-measured";

type Truncation = StudyAnswer<"truncation">;

/** What the article tries out on truncated vectors, on the open space, at this k. */
export function Experiments() {
  const data = useScope((state) => state.data);
  const spaces = useScope((state) => state.spaces);
  const k = useScope((state) => state.frame?.k ?? 0);
  const rows = useScope((state) => state.manifest?.rows);
  const whole = useScope((state) => state.manifest !== null && state.progress.columns === state.manifest.dims);
  const compare = useScope((state) => state.compare);
  const wish = whole && k > 0 ? `${data} ${k}` : null;
  const { found, share, problem } = useMeasured(wish, (options) =>
    study("truncation", { k, queries: QUERIES, count: COUNT }, options),
  );
  const current = found?.wish === wish ? found?.value : undefined;
  const [other] = otherSpaces(spaces, data, rows);
  const isOther = otherSpaces(spaces, data, rows).some(({ name }) => name === compare);
  return (
    <section className="experiments" aria-label={t("Experiments")} aria-busy={share !== null}>
      <h3>
        {t("What truncating does")}
        <progress aria-label={t("Measuring the truncation")} max={1} value={share ?? 0} hidden={share === null} />
      </h3>
      <h4>{t("Cut, then renormalise")}</h4>
      <table className="compare-table">
        <tbody>
          <MeasureRow name={t("Length left: mean, range")} value={current && range(current.ratio)} />
          <MeasureRow name={t("Cosine, renormalised")} value={current && plain(current.cosine.least)} />
        </tbody>
      </table>
      <p>{renormalised(current, k)}</p>
      <h4>{t("Cut, and do not")}</h4>
      <table className="compare-table">
        <tbody>
          <MeasureRow name={t("Recall@{count} by cosine", { count: COUNT })} value={current?.byCosine} />
          <MeasureRow name={t("Recall@{count} by dot product", { count: COUNT })} value={current?.byDot} />
        </tbody>
      </table>
      <p>{ranked(current)}</p>
      {problem && (
        <p role="alert" className="compare-problem">
          {t("This could not be measured: {problem}", { problem })}
        </p>
      )}
      <h4>{t("Two models do not mix")}</h4>
      {isOther ? (
        <p>
          {t(
            "“Cosine, dim by dim” above holds each point’s first dims against the same point’s in the other model. Each training has axes of its own: where its interval holds 0, the numbers of the two are unrelated, however alike CKA and the neighbours say they are in what they know.",
          )}
        </p>
      ) : (
        <p>
          {t("The first dims of one model against another’s are unrelated, dim by dim.")}{" "}
          {other && (
            <button type="button" className="link-button" onClick={() => setCompare(other.name)}>
              {t("Compare with {title}", { title: other.title })}
            </button>
          )}
        </p>
      )}
    </section>
  );
}

function renormalised(current: Truncation | undefined, k: number): string {
  const dims = count(k);
  if (!current) {
    return t(
      "At {dims} dims a vector keeps its direction and loses length. Renormalising gives back the length alone, so cosine ranks as before. This is how an interface shortens a vector.",
      { dims },
    );
  }
  return t(
    "At {dims} dims a vector keeps its direction and loses length. Renormalising gives back the length alone, so cosine ranks as before: {same} of the lists of {count} nearest are the same. This is how an interface shortens a vector.",
    { dims, same: percent(current.same), count: COUNT },
  );
}

function ranked(current: Truncation | undefined): string {
  if (!current) {
    return t(
      "The dot product of cut vectors favours those that lost least of their length, whatever they mean; cosine divides that out.",
    );
  }
  const lost = 100 * (current.byCosine.mean - current.byDot.mean);
  const share = t("{share} %", { share: Math.abs(lost).toFixed(1) });
  if (lost > 0.05) {
    return t(
      "The dot product of cut vectors favours those that lost least of their length, whatever they mean; cosine divides that out. Here that costs {share} of the neighbours.",
      { share },
    );
  }
  if (lost < -0.05) {
    return t(
      "The dot product of cut vectors favours those that lost least of their length, whatever they mean; cosine divides that out. Here it happens to find {share} more: so few dims rank little better than chance.",
      { share },
    );
  }
  return t(
    "The dot product of cut vectors favours those that lost least of their length, whatever they mean; cosine divides that out. Here the two rank alike.",
  );
}

const plain = (mean: number): Interval => ({ mean, low: Number.NaN, high: Number.NaN });
const range = ({ least, most, mean }: Truncation["ratio"]): Interval => ({ mean, low: least, high: most });
