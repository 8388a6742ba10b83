import { t } from "../../../i18n";
import type { Plan, TableReport, ValueType, VectorReport } from "../../../state";
import { memoryOf } from "../../../state/own/memory";
import { bytes } from "../../figures";
import { replan } from "../desk";
import { deviceMemory } from "../memory";
import { PRECISIONS } from "../words";

const TYPES: readonly ValueType[] = ["f4", "f2", "i1"];

/** How finely values are kept, and the memory that each choice takes beside what the device has. */
export function Precision({ report, vector, plan }: { report: TableReport; vector: VectorReport; plan: Plan }) {
  const all = report.rows ?? report.about ?? null;
  const rows = plan.rows === null ? all : Math.min(plan.rows, all ?? plan.rows);
  const offered = TYPES.slice(TYPES.indexOf(vector.values));
  const device = deviceMemory();
  const needed = rows === null ? null : memoryOf(rows, vector.dims, plan.type);
  const isTooMuch = device !== null && needed !== null && needed > device / 2;
  return (
    <fieldset className="choose-precision">
      <legend>{t("Precision in memory")}</legend>
      {offered.map((type) => (
        <label key={type} className="sheet-check">
          <input type="radio" name="precision" checked={plan.type === type} onChange={() => replan({ type })} />
          <span>{PRECISIONS[type]}</span>
          {rows !== null && <span className="choose-bytes">{bytes(memoryOf(rows, vector.dims, type))}</span>}
        </label>
      ))}
      <p className={isTooMuch ? "sheet-warning" : "sheet-note"} role="status">
        {device === null
          ? t("This browser does not tell how much memory the device has.")
          : isTooMuch
            ? t(
                "That is more than half of the roughly {memory} that this device has: the page may be stopped by the browser. Draw fewer rows, or keep them less finely.",
                { memory: bytes(device) },
              )
            : t("This device has roughly {memory} or more.", { memory: bytes(device) })}
      </p>
    </fieldset>
  );
}
