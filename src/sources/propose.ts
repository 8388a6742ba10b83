import { type Said, said } from "../i18n/said";
import type { ColumnReport, TableReport } from "./inspection";
import type { Plan } from "./plan";
import type { Column } from "./table";

const NAMES = {
  vector: /^(.*[._])?(emb(edding)?s?|vec(tor)?s?|values|features?|dense|openai|representation)([._].*)?$/i,
  titles: [
    /^(.*\.)?title$/i,
    /^(.*\.)?name$/i,
    /^(.*\.)?(headline|heading|label|word|token|term|question|query)$/i,
    /title|name/i,
  ],
  texts: [/^(.*\.)?(text|content|body|document|abstract|description|summary)$/i, /text|content|input|sentence|answer/i],
};
/** Memory that a space takes without anyone's having been asked. */
const UNASKED_BYTES = 400e6;
const UNASKED_ROWS = 100_000;
const MOST_COLORS = 12;
const LONGEST_LABEL = 40;
const SEED = 1;

/** The columns of vectors, the likeliest first, and a sentence that says why the first is. */
export function rankVectors(columns: readonly Column[]): [ranked: Column[], why: Said] {
  const vectors = columns.filter(({ vector }) => vector);
  const isNamed = ({ name }: Column) => NAMES.vector.test(name);
  const ranked = vectors.toSorted(
    (a, b) => Number(isNamed(b)) - Number(isNamed(a)) || (b.vector?.dims ?? 0) - (a.vector?.dims ?? 0),
  );
  const [first] = ranked;
  if (!first) return [[], said("There is no column of vectors.")];
  if (ranked.length === 1) return [ranked, said("It is the only column of vectors.")];
  const many = said("{ranked} columns of vectors", { ranked: ranked.length });
  const isAlone = isNamed(first) && !isNamed(ranked[1]);
  return [
    ranked,
    isAlone
      ? said("Of {many} it is the one named like an embedding.", { many })
      : said("Of {many} it has the most dimensions.", { many }),
  ];
}

/** How to open a table, before anyone has said anything. */
export function proposePlan(
  report: Omit<TableReport, "plan">,
  table: number,
  { title, remote }: { title: string; remote: boolean },
): Plan {
  const [{ column, dims, values }] = report.vectors;
  const { titles, texts } = proposeTexts(report.columns);
  const images = report.columns.find(({ kind }) => kind === "image")?.name ?? null;
  const rows = report.rows ?? report.about ?? 0;
  const width = { f4: 4, f2: 2, i1: 1 }[values];
  const room = Math.min(UNASKED_ROWS, roundDown(UNASKED_BYTES / (dims * width)));
  return {
    title,
    table,
    vector: column,
    titles: titles ?? texts,
    texts,
    images,
    colors: report.columns
      .filter(({ name }) => name !== titles && name !== texts)
      .filter(canColor)
      .slice(0, MOST_COLORS)
      .map(({ name }) => name),
    rows: rows > (remote ? Math.min(room, 10_000) : room) ? Math.min(room, remote ? 10_000 : room) : null,
    seed: SEED,
    draw: remote ? "groups" : "rows",
    type: values,
  };
}

/** Which columns, by their names, hold the titles of the points and their texts; null for none. */
export function proposeTexts(columns: readonly Column[]): { titles: string | null; texts: string | null } {
  const titles = columnNamed(columns, NAMES.titles, []);
  return { titles, texts: columnNamed(columns, NAMES.texts, [titles]) };
}

function columnNamed(
  columns: readonly Column[],
  names: readonly RegExp[],
  taken: readonly (string | null)[],
): string | null {
  const texts = columns.filter(({ kind, name }) => kind === "text" && !taken.includes(name));
  for (const pattern of names) {
    const found = texts.find(({ name }) => pattern.test(name));
    if (found) return found.name;
  }
  return null;
}

// Numbers always can; texts where they are short and come again.
function canColor({ kind, samples }: ColumnReport): boolean {
  if (kind === "number") return true;
  if (kind !== "text" || samples.length === 0) return false;
  const different = new Set(samples).size;
  return samples.every((text) => text.length <= LONGEST_LABEL) && different <= Math.max(2, samples.length / 2);
}

/** To one figure: 37,412 becomes 30,000. */
function roundDown(count: number): number {
  const unit = 10 ** Math.max(0, Math.floor(Math.log10(Math.max(1, count))));
  return Math.max(1000, Math.floor(count / unit) * unit);
}
