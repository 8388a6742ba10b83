import { t, textOf } from "../../../i18n";
import type { SkippedRow, TableReport } from "../../../state";
import { count } from "../../figures";

const SHOWN = 20;

/** What was odd and set right, and the rows among the first that cannot be read. */
export function Notes({ report: { notes, skipped, looked } }: { report: TableReport }) {
  if (notes.length === 0 && skipped.length === 0) return null;
  return (
    <section className="choose-notes" aria-label={t("Notes")}>
      {notes.map(textOf).map((note) => (
        <p key={note}>
          <bdi>{note}</bdi>
        </p>
      ))}
      {skipped.length > 0 && (
        <details>
          <summary>
            {t("{skipped} of the first {looked} rows cannot be read and will be left out.", {
              skipped: count(skipped.length),
              looked: count(looked),
            })}
          </summary>
          <ul>
            {skipped.slice(0, SHOWN).map((row) => (
              <li key={row.row}>
                <bdi>{sentenceOf(row)}</bdi>
              </li>
            ))}
            {skipped.length > SHOWN && <li>{t("and {more} more", { more: count(skipped.length - SHOWN) })}</li>}
          </ul>
        </details>
      )}
    </section>
  );
}

/** "Row 18 (line 19) has 95 numbers where the others have 96": rows as people count, from 1. */
function sentenceOf({ row, place, why }: SkippedRow): string {
  return place
    ? t("Row {row} ({place}) {why}", { row: count(row + 1), place, why })
    : t("Row {row} {why}", { row: count(row + 1), why });
}
