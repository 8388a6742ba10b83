import { t, textOf } from "../../../i18n";
import type { Plan, TableReport } from "../../../state";
import { count } from "../../figures";
import { desk, replan } from "../desk";
import { lengths, PRECISIONS, rowsIn } from "../words";
import { Columns } from "./Columns";
import { Notes } from "./Notes";
import { Precision } from "./Precision";
import { Preview } from "./Preview";
import { Rows } from "./Rows";

/** A table, as far as it has been looked at, and the plan to open it by. */
export function TableFound({ tables, plan }: { tables: readonly TableReport[]; plan: Plan }) {
  const report = tables[plan.table];
  const vector = report.vectors.find(({ column }) => column === plan.vector) ?? report.vectors[0];
  const facts = [PRECISIONS[vector.values], lengths(vector)];
  return (
    <>
      <section className="found" aria-label={t("What was found")}>
        <p className="found-format">{textOf(report.format)}</p>
        <h3>
          <bdi>{report.name}</bdi>
        </h3>
        <p className="found-size">
          <strong>{t("{rows} rows × {dims} dimensions", { rows: rowsIn(report), dims: count(vector.dims) })}</strong>
          {facts.map((fact) => fact && <span key={fact}>{fact}</span>)}
        </p>
        {tables.length > 1 && <TableSelect tables={tables} plan={plan} />}
      </section>
      <Notes report={report} />
      <div className="choose-halves">
        <Columns
          report={report}
          plan={plan}
          why={plan.vector === report.vectors[0].column ? textOf(report.why) : null}
        />
        <div className="choose-half">
          <label className="sheet-field">
            <span>{t("Name of the space")}</span>
            <input
              type="text"
              required
              maxLength={120}
              dir="auto"
              value={plan.title}
              onChange={({ target }) => replan({ title: target.value })}
            />
          </label>
          <Rows report={report} plan={plan} />
          <Precision report={report} vector={vector} plan={plan} />
        </div>
      </div>
      <Preview report={report} plan={plan} />
    </>
  );
}

function TableSelect({ tables, plan }: { tables: readonly TableReport[]; plan: Plan }) {
  const choose = (index: number) => {
    const { plan: proposed } = tables[index];
    if (proposed) desk.setState({ plan: proposed });
  };
  return (
    <label className="sheet-field">
      <span>{t("Table")}</span>
      <select value={plan.table} onChange={({ target }) => choose(Number(target.value))}>
        {tables.map((table, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a table is its place
          <option key={index} value={index} disabled={table.vectors.length === 0}>
            {table.vectors.length === 0
              ? t("{table}: {rows} rows, no vectors", { table: table.name, rows: rowsIn(table) })
              : t("{table}: {rows} rows", { table: table.name, rows: rowsIn(table) })}
          </option>
        ))}
      </select>
    </label>
  );
}
