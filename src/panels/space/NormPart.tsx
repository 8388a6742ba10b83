import { useMemo } from "react";
import { type Bar, BarChart } from "../../charts";
import { hasRow, select, selectRows, useScope } from "../../state";
import { count, percent } from "../figures";
import { RowList } from "../rows/RowList";
import { StudyLine } from "../studies/StudyLine";
import { useStudy } from "../studies/use-study";
import { useRested } from "./use-rested";

const SHARE_AXIS = { label: "of ‖x‖² kept", scale: "linear", format: percent } as const;
const POINTS_AXIS = { label: "points", format: count } as const;

/** How much of each point's squared length its first k dims keep, and which lose most. */
export function NormPart() {
  const data = useScope((state) => state.data);
  const selection = useScope((state) => state.selection);
  const k = useRested(useScope((state) => state.k));
  const { answer, ...line } = useStudy("norms", `${k}`, { k });
  const bars = useMemo((): Bar[] => {
    if (!answer) return [];
    const { counts, from, to } = answer;
    const end = (i: number) => from + ((to - from) * i) / counts.length;
    return Array.from(counts, (value, i) => ({
      name: `${percent(end(i))} to ${percent(end(i + 1))} (${i + 1} of ${counts.length})`,
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
  const spread = answer !== null && answer.to > answer.from;
  return (
    <section className="space-part" aria-label="Norms">
      <h3>What a cut leaves of the lengths</h3>
      <StudyLine name="the lengths" answered={answer !== null} {...line} />
      <BarChart
        title={`Squared length kept by ${count(k)} dims`}
        space={data}
        bars={spread ? bars : []}
        x={SHARE_AXIS}
        y={POINTS_AXIS}
        onSelect={selectBar}
        empty={answer ? "Every point keeps the same share." : "Not measured yet."}
      />
      {answer && (
        <>
          <h4>
            A cut to {count(answer.k)} dims shortens these most: they keep {percent(answer.from)}
            {answer.worst.length > 1 && ` to ${percent(answer.shares[answer.worst[answer.worst.length - 1]])}`}
          </h4>
          <RowList
            label="Shortened most"
            rows={answer.worst}
            isPressed={(row) => hasRow(selection, row)}
            onChoose={(row) => select(row)}
          />
          <button type="button" className="link-button" onClick={() => selectRows(answer.worst)}>
            Select these {answer.worst.length}
          </button>
        </>
      )}
    </section>
  );
}
