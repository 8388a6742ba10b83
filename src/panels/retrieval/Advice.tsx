import { useMemo, useState } from "react";
import { t, textOf } from "../../i18n";
import { count } from "../figures";
import { Choose } from "./Choose";
import { recommend } from "./recommend";
import { Settings } from "./Settings";
import { bytesOf, money, monthlyCost, type StorageReport } from "./storage";

const TARGETS = [0.9, 0.95, 0.98, 0.99];

interface Props {
  report: StorageReport;
  dims: number;
  rows: number;
  vectors: number;
  price: number;
}

/** The index to take, in words, with its reasons and the settings that make it. */
export function Advice({ report, dims, rows, vectors, price }: Props) {
  const [target, setTarget] = useState(0.98);
  const [longest, setLongest] = useState(80);
  const advice = useMemo(() => recommend(report, dims, { target, longest }), [report, dims, target, longest]);
  if (!advice) return null;
  const { choice, words, reasons } = advice;
  const [cost, whole] = [choice.bytes, bytesOf(dims, "f32")].map((each) => money(monthlyCost(vectors, each, price)));
  return (
    <section aria-label={t("Recommendation")} className="advice">
      <div className="retrieval-fields">
        <Choose
          label={t("recall@10 of at least")}
          value={String(target)}
          options={TARGETS.map((one) => ({ value: String(one), name: String(one) }))}
          onChange={(value) => setTarget(Number(value))}
        />
        <Choose
          label={t("Shortlist of at most")}
          value={String(longest)}
          options={report.shortlists.map((length, i) => ({
            value: String(length),
            name: i === 0 ? t("none: one pass") : String(length),
          }))}
          onChange={(value) => setLongest(Number(value))}
        />
      </div>
      <h4>{textOf(words)}</h4>
      <ul>
        {reasons.map(textOf).map((reason) => (
          <li key={reason}>{reason}</li>
        ))}
        <li>{t("{vectors} vectors: {cost} a month in place of {whole}.", { vectors: count(vectors), cost, whole })}</li>
        <li>
          {t(
            "Measured among {rows} points by exact search. Among more, a shortlist must be longer; an approximate index loses a little more.",
            { rows: count(rows) },
          )}
        </li>
      </ul>
      <Settings choice={choice} dims={dims} />
    </section>
  );
}
