import { type ReactNode, useId } from "react";
import { t } from "../../../i18n";
import type { ColumnReport, Plan, TableReport } from "../../../state";
import { count } from "../../figures";
import { replan } from "../desk";

interface Props {
  report: TableReport;
  plan: Plan;
  /** Why the column of vectors is the one proposed; null where the user chose another. */
  why: string | null;
}

/** Which of its columns are what. */
export function Columns({ report, plan, why }: Props) {
  const others = report.columns.filter(({ kind }) => kind !== "vector");
  const readable = others.filter(({ kind }) => kind !== "image");
  const pictures = others.filter(({ kind }) => kind === "image" || kind === "text");
  const colorable = readable.filter(({ kind }) => kind !== "other");
  const nameOf = (value: string) => (value === "" ? null : value);
  return (
    <div className="choose-half">
      <Field
        name={t("Vectors")}
        value={plan.vector}
        onChange={(vector) => replan({ vector, type: typeWithin(report, vector, plan) })}
        note={why}
      >
        {report.vectors.map(({ column, dims }) => (
          <option key={column} value={column}>
            {t("{column} · {dims} dims", { column, dims: count(dims) })}
          </option>
        ))}
      </Field>
      {others.length > 0 && (
        <>
          <Field name={t("Titles")} value={plan.titles ?? ""} onChange={(value) => replan({ titles: nameOf(value) })}>
            <Choices none={t("Numbered")} columns={readable} />
          </Field>
          <Field name={t("Texts")} value={plan.texts ?? ""} onChange={(value) => replan({ texts: nameOf(value) })}>
            <Choices none={t("None")} columns={readable} />
          </Field>
        </>
      )}
      {pictures.length > 0 && (
        <Field name={t("Pictures")} value={plan.images ?? ""} onChange={(value) => replan({ images: nameOf(value) })}>
          <Choices none={t("None")} columns={pictures} />
        </Field>
      )}
      {colorable.length > 0 && <Colors columns={colorable} plan={plan} />}
    </div>
  );
}

// Values are never kept more finely than the file has them.
function typeWithin(report: TableReport, column: string, plan: Plan): Plan["type"] {
  return report.vectors.find((vector) => vector.column === column)?.values ?? plan.type;
}

function Choices({ none, columns }: { none: string; columns: readonly ColumnReport[] }) {
  return (
    <>
      <option value="">{none}</option>
      {columns.map(({ name }) => (
        <option key={name} value={name}>
          {name}
        </option>
      ))}
    </>
  );
}

function Colors({ columns, plan }: { columns: readonly ColumnReport[]; plan: Plan }) {
  const toggle = (name: string, isOn: boolean) =>
    replan({ colors: isOn ? [...plan.colors, name] : plan.colors.filter((one) => one !== name) });
  return (
    <fieldset className="choose-colors">
      <legend>{t("Columns to colour by")}</legend>
      {columns.map(({ name }) => (
        <label key={name} className="sheet-check">
          <input
            type="checkbox"
            checked={plan.colors.includes(name)}
            onChange={({ target }) => toggle(name, target.checked)}
          />
          <bdi>{name}</bdi>
        </label>
      ))}
    </fieldset>
  );
}

interface FieldProps {
  name: string;
  value: string;
  note?: string | null;
  onChange: (value: string) => void;
  children: ReactNode;
}

function Field({ name, value, note, onChange, children }: FieldProps) {
  const noteId = useId();
  return (
    <div className="sheet-field">
      <label>
        <span>{name}</span>
        <select
          value={value}
          aria-describedby={note ? noteId : undefined}
          onChange={({ target }) => onChange(target.value)}
        >
          {children}
        </select>
      </label>
      {note && (
        <p id={noteId} className="sheet-note">
          {note}
        </p>
      )}
    </div>
  );
}
