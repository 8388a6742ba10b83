import { type PointTable, study } from "../../state";
import { distinct, type ExportTable, stretches, type TableColumn } from "./table";

/** Points that are asked about at a time. */
const ASKED = 128;

/** The part of the page's studies that this asks. */
export type AskLists = (
  question: { rows: Int32Array; prefixes: number[]; count: number },
  signal: AbortSignal,
) => Promise<{ ids: Int32Array; cosines: Float32Array }>;

const askEngine: AskLists = (question, signal) => study("lists", question, { signal });

/**
 * The nearest points of some points by cosine, at some prefixes: a line for each neighbour, nearest first.
 *
 * @param prefixes rising, each once
 * @param count neighbours of each point
 */
export function neighboursTable(
  points: PointTable | null,
  rows: Int32Array,
  { prefixes, count }: { prefixes: number[]; count: number },
  ask: AskLists = askEngine,
): ExportTable {
  const titled = points !== null;
  const title = (row: number) => points?.titles[row] ?? null;
  const columns: TableColumn[] = [
    { name: "id", type: "whole" },
    ...(titled ? [{ name: "title", type: "text" as const }] : []),
    { name: "dims", type: "whole" },
    { name: "rank", type: "whole" },
    { name: "neighbour", type: "whole" },
    ...(titled ? [{ name: "neighbour_title", type: "text" as const }] : []),
    { name: "cosine", type: "single" },
  ];
  return {
    name: `neighbours ${prefixes[0]}`,
    columns: distinct(columns),
    rows: rows.length * prefixes.length * count,
    async *pieces(signal) {
      for (const [from, to] of stretches(rows.length, ASKED)) {
        const some = rows.slice(from, to);
        const { ids, cosines } = await ask({ rows: some, prefixes, count }, signal);
        const [id, dims, rank, neighbour, cosine]: number[][] = [[], [], [], [], []];
        some.forEach((row, i) => {
          prefixes.forEach((prefix, p) => {
            const at = (p * some.length + i) * count;
            for (let r = 0; r < count && ids[at + r] >= 0; r++) {
              id.push(row);
              dims.push(prefix);
              rank.push(r + 1);
              neighbour.push(ids[at + r]);
              cosine.push(cosines[at + r]);
            }
          });
        });
        const titles = titled ? [id.map(title)] : [];
        const others = titled ? [neighbour.map(title)] : [];
        yield { rows: id.length, columns: [id, ...titles, dims, rank, neighbour, ...others, cosine] };
      }
    },
  };
}
