import type { Frame, PointTable } from "../../../state";
import type { CsvOptions } from "../write-csv";

export const TITLES = [
  "<img src=x onerror=alert(1)>",
  "=cmd|' /C calc'!A0",
  'a "quoted", title',
  "two\r\nlines",
  "维基百科 · שלום \u202e",
  "",
  "'apostrophe",
  "-5",
];
// More than a piece of them.
export const ROWS = 5000;
export const points: PointTable = {
  rows: ROWS,
  titles: Array.from({ length: ROWS }, (_, row) => TITLES[row % TITLES.length]),
  texts: Array.from({ length: ROWS }, (_, row) => `text, ${row}`),
  columns: [
    {
      kind: "category",
      name: "category",
      labels: ["a", "b"],
      counts: [2500, 2500],
      codes: Uint16Array.from({ length: ROWS }, (_, i) => i % 2),
    },
    {
      kind: "number",
      name: "Title",
      values: Float32Array.from({ length: ROWS }, (_, i) => (i % 10 === 0 ? Number.NaN : i / 10)),
    },
    { kind: "text", name: "=note", values: Array.from({ length: ROWS }, (_, row) => `n${row}`) },
  ],
};
export const all = Int32Array.from({ length: ROWS }, (_, row) => row);
export const frameOf = (k: number): Frame => ({
  k,
  mode: "raw",
  axes: "aligned",
  scores: Float32Array.from({ length: ROWS * 3 }, (_, i) => Math.sin(i * k) * 10 ** ((i % 7) - 3)),
  components: Float32Array.from({ length: 3 * k }, (_, i) => Math.cos(i * k)),
  explainedVariance: [k, 2, 1],
  explainedVarianceRatio: [0.5, 0.2, 1 / 3],
  rms: 1,
  converged: true,
});

export const doing = () => ({ signal: new AbortController().signal, progress: () => {} });
export const PLAIN: CsvOptions = { mark: false, guard: false };
