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
    <section className="experiments" aria-label="Experiments" aria-busy={share !== null}>
      <h3>
        What truncating does
        <progress aria-label="Measuring the truncation" max={1} value={share ?? 0} hidden={share === null} />
      </h3>
      <h4>Cut, then renormalise</h4>
      <table className="compare-table">
        <tbody>
          <MeasureRow name="Length left: mean, range" value={current && range(current.ratio)} />
          <MeasureRow name="Cosine, renormalised" value={current && plain(current.cosine.least)} />
        </tbody>
      </table>
      <p>{renormalised(current, k)}</p>
      <h4>Cut, and do not</h4>
      <table className="compare-table">
        <tbody>
          <MeasureRow name={`Recall@${COUNT} by cosine`} value={current?.byCosine} />
          <MeasureRow name={`Recall@${COUNT} by dot product`} value={current?.byDot} />
        </tbody>
      </table>
      <p>{ranked(current)}</p>
      {problem && (
        <p role="alert" className="compare-problem">
          This could not be measured: {problem}
        </p>
      )}
      <h4>Two models do not mix</h4>
      {isOther ? (
        <p>
          “Cosine, dim by dim” above holds each point’s first dims against the same point’s in the other model. Each
          training has axes of its own: where its interval holds 0, the numbers of the two are unrelated, however alike
          CKA and the neighbours say they are in what they know.
        </p>
      ) : (
        <p>
          The first dims of one model against another’s are unrelated, dim by dim.{" "}
          {other && (
            <button type="button" className="link-button" onClick={() => setCompare(other.name)}>
              Compare with {other.title}
            </button>
          )}
        </p>
      )}
    </section>
  );
}

function renormalised(current: Truncation | undefined, k: number): string {
  const list = current ? `: ${percent(current.same)} of the lists of ${COUNT} nearest are the same` : "";
  return `At ${count(k)} dims a vector keeps its direction and loses length. Renormalising gives back the length alone, so cosine ranks as before${list}. This is how an interface shortens a vector.`;
}

function ranked(current: Truncation | undefined): string {
  const why =
    "The dot product of cut vectors favours those that lost least of their length, whatever they mean; cosine divides that out.";
  if (!current) return why;
  const lost = 100 * (current.byCosine.mean - current.byDot.mean);
  const share = `${Math.abs(lost).toFixed(1)} %`;
  if (lost > 0.05) return `${why} Here that costs ${share} of the neighbours.`;
  if (lost < -0.05) return `${why} Here it happens to find ${share} more: so few dims rank little better than chance.`;
  return `${why} Here the two rank alike.`;
}

const plain = (mean: number): Interval => ({ mean, low: Number.NaN, high: Number.NaN });
const range = ({ least, most, mean }: Truncation["ratio"]): Interval => ({ mean, low: least, high: most });
