import { type ChangeEvent, useRef, useState } from "react";
import { said, t } from "../../../i18n";
import { count } from "../../figures";
import { refuse, setEmbedding } from "../desk";
import { linesOf } from "./endpoint";

/** The texts: typed or pasted one a line, or taken from a file, of a table one of its columns. */
export function EmbedTexts({ texts }: { texts: string }) {
  const file = useRef<HTMLInputElement>(null);
  const [table, setTable] = useState<{ heads: string[]; rows: string[][] } | null>(null);
  const [column, setColumn] = useState(0);
  const take = (rows: string[][], at: number) => {
    setColumn(at);
    // A text of several lines is one text.
    setEmbedding({ texts: rows.map((row) => (row[at] ?? "").replace(/\s*\n\s*/g, " ")).join("\n") });
  };
  const onChange = async ({ target }: ChangeEvent<HTMLInputElement>) => {
    const chosen = target.files?.[0];
    target.value = "";
    if (!chosen) return;
    try {
      const text = await chosen.text();
      if (!/\.(csv|tsv)$/i.test(chosen.name)) {
        setTable(null);
        return setEmbedding({ texts: text });
      }
      const { default: Papa } = await import("papaparse");
      const [heads = [], ...rows] = Papa.parse<string[]>(text.replace(/^\uFEFF/, ""), { skipEmptyLines: true }).data;
      setTable({ heads, rows });
      take(rows, likeliest(rows, heads.length));
    } catch (error) {
      refuse({
        what: said("The file {name} could not be read: {reason}.", {
          name: chosen.name,
          reason: error instanceof Error ? error.message : String(error),
        }),
        remedy: said("Choose it again, or paste its texts."),
      });
    }
  };
  const number = linesOf(texts).length;
  return (
    <>
      <label className="sheet-field">
        <span>{number === 0 ? t("Texts, one a line") : t("Texts, one a line: {lines}", { lines: count(number) })}</span>
        <textarea
          rows={5}
          dir="auto"
          aria-label={t("Texts, one a line")}
          value={texts}
          onChange={({ target }) => setEmbedding({ texts: target.value })}
        />
      </label>
      <div className="way-buttons">
        <button type="button" className="button" onClick={() => file.current!.click()}>
          {t("Take them from a file…")}
        </button>
        <input
          ref={file}
          type="file"
          hidden
          accept=".txt,.csv,.tsv,text/plain,text/csv"
          aria-label={t("File of texts")}
          onChange={onChange}
        />
        {table && table.heads.length > 1 && (
          <label className="embed-column">
            <span>{t("Column")}</span>
            <select value={column} onChange={({ target }) => take(table.rows, Number(target.value))}>
              {table.heads.map((head, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place
                <option key={at} value={at}>
                  {head || t("Column {column}", { column: at + 1 })}
                </option>
              ))}
            </select>
          </label>
        )}
      </div>
    </>
  );
}

const LOOKED_ROWS = 100;

// Texts are what is longest.
function likeliest(rows: readonly string[][], columns: number): number {
  const lengths = Array.from({ length: columns }, (_, at) =>
    rows.slice(0, LOOKED_ROWS).reduce((sum, row) => sum + (row[at]?.length ?? 0), 0),
  );
  return Math.max(0, lengths.indexOf(Math.max(...lengths)));
}
