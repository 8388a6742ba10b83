import { type Bar, BarChart } from "../../charts";
import { t } from "../../i18n";
import { useWorded } from "../../i18n/react";
import { hasRow, select, selectRows, useScope } from "../../state";
import { count, percent } from "../figures";
import { RowList } from "../rows/RowList";
import { StudyLine } from "../studies/StudyLine";
import { useStudy } from "../studies/use-study";
import { useRested } from "./use-rested";

/** How much of each point's squared length its first k dims keep, and which lose most. */
export function NormPart() {
  const data = useScope((state) => state.data);
  const selection = useScope((state) => state.selection);
  const k = useRested(useScope((state) => state.k));
  const { answer, ...line } = useStudy("norms", `${k}`, { k });
  const bars = useWorded((): Bar[] => {
    if (!answer) return [];
    const { counts, from, to } = answer;
    const end = (i: number) => from + ((to - from) * i) / counts.length;
    return Array.from(counts, (value, i) => ({
      name: t("{from} to {to} ({bar} of {bars})", {
        from: percent(end(i)),
        to: percent(end(i + 1)),
        bar: i + 1,
        bars: counts.length,
      }),
      value,
      from: end(i),
      to: end(i + 1),
    }));
  }, [answer]);
  const selectBar = (index: number) => {
    if (!answer) return;
    const { shares, counts, from, to } = answer;
    const width = (to - from) / counts.length || 1;
    const isInside = (share: number) => Math.min(counts.length - 1, Math.floor((share - from) / width)) === index;
    selectRows([...shares.keys()].filter((row) => shares[row] >= from && isInside(shares[row])));
  };
  const shortest = answer ? { k: count(answer.k), least: percent(answer.from) } : {};
  const spread = answer !== null && answer.to > answer.from;
  return (
    <section className="space-part" aria-label={t("Norms")}>
      <h3>{t("What a cut leaves of the lengths")}</h3>
      <StudyLine name={t("the lengths")} answered={answer !== null} {...line} />
      <BarChart
        title={t("Squared length kept by {k} dims", { k: count(k) })}
        space={data}
        bars={spread ? bars : []}
        x={{ label: t("of ‖x‖² kept"), scale: "linear", format: percent }}
        y={{ label: t("points"), format: count }}
        onSelect={selectBar}
        empty={answer ? t("Every point keeps the same share.") : t("Not measured yet.")}
      />
      {answer && (
        <>
          <h4>
            {answer.worst.length > 1
              ? t("A cut to {k} dims shortens these most: they keep {least} to {most}", {
                  ...shortest,
                  most: percent(answer.shares[answer.worst[answer.worst.length - 1]]),
                })
              : t("A cut to {k} dims shortens these most: they keep {least}", shortest)}
          </h4>
          <RowList
            label={t("Shortened most")}
            rows={answer.worst}
            isPressed={(row) => hasRow(selection, row)}
            onChoose={(row) => select(row)}
          />
          <button type="button" className="link-button" onClick={() => selectRows(answer.worst)}>
            {t("Select these {rows}", { rows: answer.worst.length })}
          </button>
        </>
      )}
    </section>
  );
}
