import type { PointTable } from "../sources";
import { SearchIndex } from "./search-index";

/** To the worker: the points once, then queries. */
export type SearchCommand = { type: "points"; points: PointTable } | { type: "find"; query: string; limit: number };
/** Back from it: the rows that match a query, best first. */
export interface SearchReport {
  query: string;
  rows: Int32Array;
  total: number;
}

let index: SearchIndex | null = null;

self.onmessage = ({ data }: MessageEvent<SearchCommand>) => {
  if (data.type === "points") {
    index = new SearchIndex(data.points);
    return;
  }
  if (!index) return;
  const { rows, total } = index.find(data.query, data.limit);
  const report: SearchReport = { query: data.query, rows, total };
  self.postMessage(report, { transfer: [rows.buffer] });
};
