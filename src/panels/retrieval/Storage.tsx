import { useState } from "react";
import { t } from "../../i18n";
import { useScope } from "../../state";
import { count } from "../figures";
import { StudyLine } from "../studies/StudyLine";
import { useStudy } from "../studies/use-study";
import { Advice } from "./Advice";
import { PrecisionTable } from "./PrecisionTable";
import { TwoPasses } from "./TwoPasses";

/** Each is asked of seven indexes: fewer than for recall alone. */
const MOST = 256;
const QUESTION = { queries: { most: MOST } };

/** What an index of each precision finds, alone and before a second pass, what it costs, and which to take. */
export function Storage({ dims, rows }: { dims: number; rows: number }) {
  const data = useScope((state) => state.data);
  const [vectors, setVectors] = useState(10_000_000);
  const [price, setPrice] = useState(2);
  const { answer, ...line } = useStudy("storage", "all", QUESTION);
  return (
    <section className="retrieval-part" aria-label={t("Storage")}>
      <h3>{t("What an index of it costs")}</h3>
      <StudyLine name={t("precisions")} answered={answer !== null} {...line} />
      <div className="retrieval-fields">
        <NumberField label={t("Vectors")} value={vectors} onChange={setVectors} />
        <NumberField label={t("Price of a GB a month")} value={price} onChange={setPrice} />
      </div>
      {answer && (
        <>
          <Advice report={answer} {...{ dims, rows, vectors, price }} />
          <TwoPasses report={answer} dims={dims} space={data} />
          <PrecisionTable report={answer} vectors={vectors} price={price} />
          <p className="retrieval-note">
            {t(
              "{queries} queries among {rows} points. Queries are stored as the points are. f16 and int8 hold the prefix scaled to length 1; int8 has one scale a vector, its largest magnitude ÷ 127; binary is the sign, not centred, by Hamming distance, and of equal distances the earlier point goes first. Bytes are the values alone; an index adds its links, ids and scales.",
              { queries: count(answer.queries), rows: count(rows) },
            )}
          </p>
        </>
      )}
    </section>
  );
}

function NumberField({ label, value, onChange }: { label: string; value: number; onChange: (value: number) => void }) {
  const [text, setText] = useState(String(value));
  return (
    <label>
      {label}
      <input
        type="number"
        inputMode="decimal"
        min="0"
        step="any"
        value={text}
        onChange={({ target }) => {
          setText(target.value);
          if (target.value !== "" && target.valueAsNumber >= 0) onChange(target.valueAsNumber);
        }}
      />
    </label>
  );
}
