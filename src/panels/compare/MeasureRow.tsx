import { t } from "../../i18n";
import type { Interval } from "../../state";

interface Props {
  name: string;
  /** Undefined while it is being measured. */
  value: Interval | undefined;
  /** Whether a plus stands before what is above 0. */
  signed?: boolean;
}

/** A measure with its interval; the place is kept while it is not known. */
export function MeasureRow({ name, value, signed = false }: Props) {
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>{value ? figure(value.mean, signed) : "–"}</td>
      <td>
        {value && Number.isFinite(value.low)
          ? t("{low} to {high}", { low: figure(value.low, signed), high: figure(value.high, signed) })
          : ""}
      </td>
    </tr>
  );
}

function figure(value: number, signed: boolean): string {
  if (!Number.isFinite(value)) return "–";
  const text = Math.abs(value).toFixed(3);
  if (Number(text) === 0) return text;
  return value < 0 ? `−${text}` : signed ? `+${text}` : text;
}
