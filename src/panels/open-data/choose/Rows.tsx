import { useState } from "react";
import { t } from "../../../i18n";
import type { Plan, TableReport } from "../../../state";
import { count } from "../../figures";
import { SampleFields } from "../../sheet/SampleFields";
import { replan, useDesk } from "../desk";
import { askedHost, rowsIn } from "../words";

const SHORTCUTS = [10_000, 50_000];
const FIRST_SAMPLE = 10_000;

// What is offered first is a sample indeed, also of few rows.
const firstSample = (rows: number) => (rows > FIRST_SAMPLE ? FIRST_SAMPLE : Math.max(2, Math.ceil(rows / 2)));

/** How many of the rows: all of them, or some drawn at random, the same for the same seed. */
export function Rows({ report, plan }: { report: TableReport; plan: Plan }) {
  const [sample, setSample] = useState(plan.rows ?? firstSample(report.rows ?? report.about ?? FIRST_SAMPLE));
  const isRemote = useDesk(({ input }) => input !== null && askedHost(input) !== null);
  const draw = (rows: number) => {
    setSample(rows);
    replan({ rows });
  };
  const most = report.rows ?? undefined;
  return (
    <fieldset className="choose-rows">
      <legend>{t("Rows")}</legend>
      <label className="sheet-check">
        <input type="radio" name="rows" checked={plan.rows === null} onChange={() => replan({ rows: null })} />
        <span>{t("All {rows}", { rows: rowsIn(report) })}</span>
      </label>
      <label className="sheet-check">
        <input type="radio" name="rows" checked={plan.rows !== null} onChange={() => draw(sample)} />
        <span>{t("A random sample")}</span>
      </label>
      {plan.rows !== null && (
        <SampleFields
          name={t("Rows drawn")}
          count={plan.rows}
          least={2}
          most={most}
          seed={plan.seed}
          setCount={draw}
          setSeed={(seed) => replan({ seed })}
        >
          <div className="way-buttons">
            {SHORTCUTS.filter((rows) => rows < (most ?? Number.POSITIVE_INFINITY)).map((rows) => (
              <button key={rows} type="button" className="link-button" onClick={() => draw(rows)}>
                {count(rows)}
              </button>
            ))}
          </div>
          {isRemote && report.rows !== null && (
            <label className="sheet-check">
              <input
                type="checkbox"
                checked={plan.draw === "groups"}
                onChange={({ target }) => replan({ draw: target.checked ? "groups" : "rows" })}
              />
              <span>{t("Draw from some groups of rows only: fewer bytes to fetch")}</span>
            </label>
          )}
        </SampleFields>
      )}
    </fieldset>
  );
}
