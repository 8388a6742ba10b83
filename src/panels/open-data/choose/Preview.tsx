import { t, textOf } from "../../../i18n";
import type { Plan, TableReport } from "../../../state";

const SHOWN_ROWS = 5;
const SHOWN_COLUMNS = 12;

/** The first rows as they are in the file: text as text. */
export function Preview({ report, plan }: { report: TableReport; plan: Plan }) {
  const order = [plan.titles, plan.texts, plan.vector, plan.images, ...plan.colors];
  const place = (name: string) => (order.includes(name) ? order.indexOf(name) : order.length);
  const columns = report.columns
    .filter(({ name, kind }) => kind !== "vector" || name === plan.vector)
    .toSorted((a, b) => place(a.name) - place(b.name))
    .slice(0, SHOWN_COLUMNS);
  const rows = Math.min(SHOWN_ROWS, Math.max(...columns.map(({ samples }) => samples.length)));
  if (rows <= 0) return null;
  const hidden = report.columns.length - columns.length;
  return (
    <section className="preview" aria-label={t("First rows")}>
      <h4>
        {t("First rows")}
        {hidden > 0 && (
          <span>
            {" · "}
            {t("{hidden, plural, one {# more column} other {# more columns}} not shown", { hidden })}
          </span>
        )}
      </h4>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keys */}
      <section className="preview-scroller" tabIndex={0} aria-label={t("First rows, as a table")}>
        <table>
          <thead>
            <tr>
              {columns.map(({ name, type }) => (
                <th key={name} scope="col">
                  <bdi>{name}</bdi> <span>{textOf(type)}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {Array.from({ length: rows }, (_, row) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a row is its place
              <tr key={row}>
                {columns.map(({ name, kind, samples }) => (
                  <td key={name} data-kind={kind}>
                    <bdi>{samples[row] ?? ""}</bdi>
                    {kind === "vector" && samples[row] !== undefined && ", …"}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </section>
  );
}
