import { useMemo } from "react";
import { LineChart, type Series } from "../../charts";
import { setK, useScope } from "../../state";
import { count, percent } from "../figures";
import { StudyLine } from "../studies/StudyLine";
import { useStudy } from "../studies/use-study";
import { useDims } from "./use-dims";

const figures = (rank: number) => rank.toFixed(rank === 0 || rank >= 9.95 ? 0 : 1);
const SHARE_AXIS = { label: "share of all dims", within: [0, 1], format: percent } as const;
const RANK_AXIS = { label: "effective rank", within: [0, 1], format: figures } as const;
const EMPTY = "Not measured yet.";

/** What every prefix holds of the whole, and over how many directions it spreads. */
export function PrefixPart() {
  const data = useScope((state) => state.data);
  const k = useScope((state) => state.k);
  const mode = useScope((state) => state.mode);
  const { answer, ...line } = useStudy("prefixes", "", {});
  const energy = useMemo(
    (): Series[] =>
      answer
        ? [
            { name: "variance", y: answer.variance },
            { name: "mean ‖x‖²", y: answer.meanSquare },
          ]
        : [],
    [answer],
  );
  const rank = useMemo((): Series[] => (answer ? [{ name: "effective rank", y: answer.effectiveRank }] : []), [answer]);
  const dims = useDims();
  return (
    <section className="space-part" aria-label="Prefix energy">
      <h3>What the first dimensions hold</h3>
      <StudyLine name="the prefixes" answered={answer !== null} {...line} />
      <LineChart
        title="Prefix energy"
        space={data}
        series={energy}
        y={SHARE_AXIS}
        empty={EMPTY}
        {...dims}
        onCursor={setK}
      />
      <LineChart
        title="Effective rank"
        space={data}
        series={rank}
        y={RANK_AXIS}
        height={160}
        empty={EMPTY}
        {...dims}
        onCursor={setK}
      />
      {answer && (
        <p className="space-note">
          The first {count(k)} dims hold {percent(answer.variance[k - 1])} of the variance and spread like{" "}
          {figures(answer.effectiveRank[k - 1])} equal ones: (Σλ)² ÷ Σλ², the participation ratio.
          {mode === "unit" && " Of the vectors as they are, also in unit mode."}
        </p>
      )}
    </section>
  );
}
