import { type ReactNode, useMemo, useState } from "react";
import { isFormula } from "../../../charts";
import { t } from "../../../i18n";
import { scope, useScope } from "../../../state";
import { count, percent } from "../../figures";
import { Segmented } from "../../Segmented";
import { type Format, KINDS, type Kind, meaningOfKind, nameOfKind } from "./kinds";
import { makeFile } from "./make-file";
import { readKs, usualKs } from "./read-ks";
import { rowsOf, type Which } from "./rows";
import { useSaving } from "./use-saving";

const FORMAT_NAMES: Record<Format, string> = { csv: "CSV", json: "JSON", parquet: "Parquet", npy: "NumPy" };
const MOST_NEIGHBOURS = 100;

/** Tables of the open space, and the space itself, as files. */
export function TablesTab() {
  const [kind, setKind] = useState<Kind>("scores");
  const [wanted, setFormat] = useState<Format>("csv");
  const [which, setWhich] = useState<Which>("all");
  const [csv, setCsv] = useState({ mark: false, guard: true });
  const [neighbours, setNeighbours] = useState("10");
  const manifest = useScope((state) => state.manifest);
  const points = useScope((state) => state.points);
  const k = useScope((state) => state.k);
  const arrived = useScope((state) => state.progress.columns);
  const [typedKs, setKs] = useState<string | null>(null);
  const { share, saved, problem, save, cancel } = useSaving();
  const counts = useCounts();
  const formulas = useMemo(() => points?.titles.some(isFormula) ?? false, [points]);
  if (!manifest) return null;

  const { dims } = manifest;
  const { formats, rows: hasRows } = KINDS[kind];
  const format = formats.includes(wanted) ? wanted : "csv";
  const least = Math.min(4, dims);
  const ksText = typedKs ?? usualKs(dims).join(", ");
  const ks = readKs(ksText, least, dims);
  const many = /^\d+$/.test(neighbours) ? Number(neighbours) : 0;
  const isCounted = many >= 1 && many <= MOST_NEIGHBOURS;
  const refusal =
    hasRows && counts[which] === 0
      ? which === "selected"
        ? t("No point is selected.")
        : t("No point is shown.")
      : kind === "frames" && !ks
        ? t("Numbers of dimensions from {least} to {dims}, such as 64, 256.", {
            least: count(least),
            dims: count(dims),
          })
        : kind === "neighbours" && !isCounted
          ? t("A whole number from 1 to {most}.", { most: count(MOST_NEIGHBOURS) })
          : null;
  const isBusy = share !== null;
  const start = () => {
    const rows = rowsOf(hasRows ? which : "all", scope.getState());
    save((doing) => makeFile({ kind, format, csv, rows, count: many, ks: ks ?? [] }, doing));
  };
  return (
    <div className="sheet-form">
      <fieldset className="sheet-form" disabled={isBusy}>
        <label className="sheet-field">
          <span>{t("What to save")}</span>
          <select value={kind} onChange={({ target }) => setKind(target.value as Kind)}>
            {(Object.keys(KINDS) as Kind[]).map((one) => (
              <option key={one} value={one}>
                {nameOfKind(one)}
              </option>
            ))}
          </select>
        </label>
        <p className="sheet-note">{meaningOfKind(kind, count(k), count(dims))}</p>
        {hasRows && (
          <Named name={t("Rows")}>
            <Segmented
              name={t("Rows")}
              value={which}
              onChange={setWhich}
              choices={[
                { value: "all", label: t("All {n}", { n: count(counts.all) }), title: t("Every point of the space") },
                {
                  value: "shown",
                  label: t("Shown {n}", { n: count(counts.shown) }),
                  title: t("What is neither muted in the legend nor left out"),
                },
                {
                  value: "selected",
                  label: t("Selected {n}", { n: count(counts.selected) }),
                  title: t("The selection"),
                },
              ]}
            />
          </Named>
        )}
        {kind === "neighbours" && (
          <label className="sheet-field">
            <span>{t("Neighbours of each point")}</span>
            <input inputMode="numeric" value={neighbours} onChange={({ target }) => setNeighbours(target.value)} />
          </label>
        )}
        {kind === "frames" && (
          <label className="sheet-field">
            <span>{t("Numbers of dimensions")}</span>
            <input value={ksText} onChange={({ target }) => setKs(target.value)} />
          </label>
        )}
        {formats.length > 0 && (
          <Named name={t("Format")}>
            <Segmented
              name={t("Format")}
              value={format}
              onChange={setFormat}
              choices={formats.map((one) => ({ value: one, label: FORMAT_NAMES[one], title: meaningOfFormat(one) }))}
            />
          </Named>
        )}
        {formats.length > 0 && format === "csv" && (
          <div className="sheet-row">
            <Check checked={csv.guard} onChange={(guard) => setCsv({ ...csv, guard })}>
              {t("Keep spreadsheets from running text as a formula")}
            </Check>
            <Check checked={csv.mark} onChange={(mark) => setCsv({ ...csv, mark })}>
              {t("Mark as UTF-8 for Excel")}
            </Check>
          </div>
        )}
        {formats.length > 0 && format === "csv" && formulas && (
          <p className={csv.guard ? "sheet-note" : "sheet-warning"}>
            {csv.guard
              ? t(
                  "Some titles begin as formulas do: an apostrophe is put before them. JSON and Parquet keep them as they are.",
                )
              : t("Some titles begin as formulas do: a spreadsheet that opens this file may run them.")}
          </p>
        )}
      </fieldset>
      <div className="sheet-foot">
        {share !== null && (
          <div className="sheet-busy">
            <span>{arrived < dims ? t("Waiting until all of the space is there") : percent(share)}</span>
            <progress aria-label={t("Making the file")} value={share} max={1} />
          </div>
        )}
        {problem && (
          <p className="sheet-warning" role="alert">
            {problem}
          </p>
        )}
        <div className="sheet-actions">
          <span className={refusal ? "sheet-warning" : "sheet-note"} role="status">
            {refusal ?? (saved ? t("Saved as {name}.", { name: saved }) : t("The file stays on this device."))}
          </span>
          {isBusy ? (
            <button type="button" className="button" onClick={cancel}>
              {t("Cancel")}
            </button>
          ) : (
            <button type="button" className="button button-main" disabled={refusal !== null} onClick={start}>
              {t("Save")}
            </button>
          )}
        </div>
      </div>
    </div>
  );
}

/** A choice under its name; assistive technology has it from the choice itself. */
function Named({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="sheet-field">
      <span aria-hidden="true">{name}</span>
      {children}
    </div>
  );
}

function Check(props: { checked: boolean; onChange: (checked: boolean) => void; children: string }) {
  const { checked, onChange, children } = props;
  return (
    <label className="sheet-check">
      <input type="checkbox" checked={checked} onChange={({ target }) => onChange(target.checked)} />
      <span>{children}</span>
    </label>
  );
}

/** How many rows each choice has. */
function useCounts(): Record<Which, number> {
  const all = useScope((state) => state.manifest?.rows ?? 0);
  const color = useScope((state) => state.color);
  const muted = useScope((state) => state.muted);
  const isolated = useScope((state) => state.isolated);
  const selected = useScope((state) => state.selection.length);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what hides rows is what the count depends on
  const shown = useMemo(() => rowsOf("shown", scope.getState()).length, [all, color, muted, isolated]);
  return { all, shown, selected };
}

function meaningOfFormat(format: Format): string {
  return {
    csv: t("A line a row, as RFC 4180 has it"),
    json: t("A list of objects"),
    parquet: t("Columns, packed, each with its type"),
    npy: t("The scores alone, for np.load"),
  }[format];
}
