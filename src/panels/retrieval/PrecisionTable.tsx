import { t, textOf } from "../../i18n";
import { count, bytes as inBytes } from "../figures";
import { bytesOf, money, monthlyCost, PRECISION_NAMES, type Precision, type StorageReport } from "./storage";

const PRECISIONS = Object.keys(PRECISION_NAMES) as Precision[];

interface Props {
  report: StorageReport;
  vectors: number;
  price: number;
}

/** recall@10, bytes a vector and cost of every prefix in every precision, with nothing ranked again. */
export function PrecisionTable({ report, vectors, price }: Props) {
  const prefixes = [...new Set(report.cells.map(({ prefix }) => prefix))];
  return (
    <div className="precision-scroller">
      <table className="precision-table">
        <caption>{t("recall@10 of the index alone, bytes a vector, cost a month")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("dims")}</th>
            {PRECISIONS.map((precision) => (
              <th key={precision} scope="col" title={textOf(PRECISION_NAMES[precision].means)}>
                {textOf(PRECISION_NAMES[precision].name)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {prefixes.map((prefix) => (
            <tr key={prefix}>
              <th scope="row">{count(prefix)}</th>
              {PRECISIONS.map((precision) => {
                const cell = report.cells.find((one) => one.precision === precision && one.prefix === prefix);
                const { mean, low, high } = cell?.recall[0] ?? { mean: Number.NaN, low: Number.NaN, high: Number.NaN };
                const each = bytesOf(prefix, precision);
                return (
                  <td
                    key={precision}
                    title={t("95 %: {low} to {high}", { low: low.toFixed(3), high: high.toFixed(3) })}
                  >
                    <b>{mean.toFixed(3)}</b>
                    <span>{inBytes(each)}</span>
                    <span>{money(monthlyCost(vectors, each, price))}</span>
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
