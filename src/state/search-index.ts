import MiniSearch from "minisearch";
import type { PointTable } from "../sources";

/** Lower case, without diacritics: "Café" is found by "cafe". */
export function foldTerm(term: string): string {
  return term.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}

const words = new Intl.Segmenter(undefined, { granularity: "word" });

/** The words of a text; of Chinese or Japanese too, which are written without spaces. */
export function tokenize(text: string): string[] {
  const tokens: string[] = [];
  for (const { segment, isWordLike } of words.segment(text)) if (isWordLike) tokens.push(segment);
  return tokens;
}

interface Entry {
  id: number;
  title: string;
  text: string;
  labels: string;
}

/** Full-text search over the points: title before labels before text, words by their beginning and with a typo. */
export class SearchIndex {
  readonly #index = new MiniSearch<Entry>({
    fields: ["title", "labels", "text"],
    tokenize,
    processTerm: foldTerm,
    searchOptions: {
      boost: { title: 6, labels: 2 },
      prefix: true,
      fuzzy: (term) => (term.length > 4 ? 0.2 : false),
      combineWith: "AND",
    },
  });
  readonly #titles: string[];

  constructor({ rows, titles, texts, columns }: PointTable) {
    this.#titles = titles.map(foldTerm);
    const labels = (row: number) =>
      columns
        .map((column) => {
          if (column.kind === "number") return "";
          return column.kind === "text" ? column.values[row] : column.labels[column.codes[row]];
        })
        .join(" ");
    this.#index.addAll(
      Array.from({ length: rows }, (_, id) => ({ id, title: titles[id], text: texts[id], labels: labels(id) })),
    );
  }

  /**
   * The rows that match, best first: a point whose whole title is the query stands before all others.
   *
   * @param limit most rows wanted
   * @returns rows, and how many match in all
   */
  find(query: string, limit: number): { rows: Int32Array; total: number } {
    const whole = foldTerm(query.trim());
    if (!whole) return { rows: new Int32Array(0), total: 0 };
    const found = this.#index.search(query).map(({ id, score }) => ({ id: id as number, score }));
    const first = (id: number) => (this.#titles[id] === whole ? 1 : 0);
    found.sort((a, b) => first(b.id) - first(a.id) || b.score - a.score || a.id - b.id);
    return { rows: Int32Array.from(found.slice(0, limit), ({ id }) => id), total: found.length };
  }
}
