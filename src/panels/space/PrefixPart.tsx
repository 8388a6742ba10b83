import { LineChart, type Series } from "../../charts";
import { t } from "../../i18n";
import { useWorded } from "../../i18n/react";
import { setK, useScope } from "../../state";
import { count, percent } from "../figures";
import { StudyLine } from "../studies/StudyLine";
import { useStudy } from "../studies/use-study";
import { useDims } from "./use-dims";

const figures = (rank: number) => rank.toFixed(rank === 0 || rank >= 9.95 ? 0 : 1);
const WHOLE = [0, 1] as const;

/** What every prefix holds of the whole, and over how many directions it spreads. */
export function PrefixPart() {
  const data = useScope((state) => state.data);
  const k = useScope((state) => state.k);
  const mode = useScope((state) => state.mode);
  const { answer, ...line } = useStudy("prefixes", "", {});
  const energy = useWorded(
    (): Series[] =>
      answer
        ? [
            { name: t("variance"), y: answer.variance },
            { name: t("mean ‖x‖²"), y: answer.meanSquare },
          ]
        : [],
    [answer],
  );
  const rank = useWorded(
    (): Series[] => (answer ? [{ name: t("effective rank"), y: answer.effectiveRank }] : []),
    [answer],
  );
  const dims = useDims();
  return (
    <section className="space-part" aria-label={t("Prefix energy")}>
      <h3>{t("What the first dimensions hold")}</h3>
      <StudyLine name={t("the prefixes")} answered={answer !== null} {...line} />
      <LineChart
        title={t("Prefix energy")}
        space={data}
        series={energy}
        y={{ label: t("share of all dims"), within: WHOLE, format: percent }}
        empty={t("Not measured yet.")}
        {...dims}
        onCursor={setK}
      />
      <LineChart
        title={t("Effective rank")}
        space={data}
        series={rank}
        y={{ label: t("effective rank"), within: WHOLE, format: figures }}
        height={160}
        empty={t("Not measured yet.")}
        {...dims}
        onCursor={setK}
      />
      {answer && (
        <p className="space-note">
          {t(
            "The first {k} dims hold {share} of the variance and spread like {rank} equal ones: (Σλ)² ÷ Σλ², the participation ratio.",
            { k: count(k), share: percent(answer.variance[k - 1]), rank: figures(answer.effectiveRank[k - 1]) },
          )}
          {mode === "unit" && ` ${t("Of the vectors as they are, also in unit mode.")}`}
        </p>
      )}
    </section>
  );
}
