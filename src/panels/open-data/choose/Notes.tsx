import type { SkippedRow, TableReport } from "../../../state";
import { count } from "../../figures";

const SHOWN = 20;

/** What was odd and set right, and the rows among the first that cannot be read. */
export function Notes({ report: { notes, skipped, looked } }: { report: TableReport }) {
  if (notes.length === 0 && skipped.length === 0) return null;
  return (
    <section className="choose-notes" aria-label="Notes">
      {notes.map((note) => (
        <p key={note}>
          <bdi>{note}</bdi>
        </p>
      ))}
      {skipped.length > 0 && (
        <details>
          <summary>
            {`${count(skipped.length)} of the first ${count(looked)} rows cannot be read and will be left out.`}
          </summary>
          <ul>
            {skipped.slice(0, SHOWN).map((row) => (
              <li key={row.row}>
                <bdi>{sentenceOf(row)}</bdi>
              </li>
            ))}
            {skipped.length > SHOWN && <li>{`and ${count(skipped.length - SHOWN)} more`}</li>}
          </ul>
        </details>
      )}
    </section>
  );
}

/** "Row 18 (line 19) has 95 numbers where the others have 96": rows as people count, from 1. */
function sentenceOf({ row, place, why }: SkippedRow): string {
  return `Row ${count(row + 1)}${place ? ` (${place})` : ""} ${why}`;
}
