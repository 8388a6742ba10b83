import { useState } from "react";
import { LineChart, type Series } from "../../charts";
import { t, textOf } from "../../i18n";
import { useWorded } from "../../i18n/react";
import { count } from "../figures";
import { Choose } from "./Choose";
import { PRECISION_NAMES, type Precision, type StorageReport } from "./storage";

const recallAxis = () =>
  ({ label: t("recall@{count}", { count: 10 }), within: [0, 1], format: (share: number) => share.toFixed(3) }) as const;
const M_AXIS = {
  label: "m",
  scale: "log",
  format: (m: number) => t("m = {m}, shortlist {length}", { m, length: m * 10 }),
} as const;

/** recall@10 where a short prefix finds m·10 and the full vector ranks them: as m grows. */
export function TwoPasses({ report, dims, space }: { report: StorageReport; dims: number; space: string }) {
  const prefixes = [...new Set(report.cells.map(({ prefix }) => prefix))].filter((prefix) => prefix < dims);
  const [prefix, setPrefix] = useState(prefixes.includes(256) ? 256 : (prefixes.at(-1) ?? dims));
  const [precision, setPrecision] = useState<Precision>("f32");
  const series = useWorded((): Series[] => {
    const cell = report.cells.find((one) => one.prefix === prefix && one.precision === precision);
    if (!cell) return [];
    return [
      {
        name: t("{dims} dims {precision}", { dims: count(prefix), precision: PRECISION_NAMES[precision].name }),
        x: report.shortlists.map((length) => length / 10),
        y: cell.recall.map(({ mean }) => mean),
        low: cell.recall.map(({ low }) => low),
        high: cell.recall.map(({ high }) => high),
      },
    ];
  }, [report, prefix, precision]);
  const y = useWorded(recallAxis, []);
  return (
    <>
      <div className="retrieval-fields">
        <Choose
          label={t("Short prefix")}
          value={String(prefix)}
          options={prefixes.map((one) => ({ value: String(one), name: t("{dims} dims", { dims: count(one) }) }))}
          onChange={(value) => setPrefix(Number(value))}
        />
        <Choose
          label={t("Precision")}
          value={precision}
          options={Object.entries(PRECISION_NAMES).map(([value, { name }]) => ({ value, name: textOf(name) }))}
          onChange={(value) => setPrecision(value as Precision)}
        />
      </div>
      <LineChart
        title={t("Two passes: m·10 by the prefix, ranked by the full vector")}
        space={space}
        series={series}
        x={M_AXIS}
        y={y}
        height={160}
      />
    </>
  );
}
