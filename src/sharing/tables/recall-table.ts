import type { StudyAnswer } from "../../state";
import type { ExportTable, TableColumn } from "./table";

const COUNTS = [1, 10, 100] as const;

/** What each prefix keeps of the neighbours, with 95 % intervals; and how often ten of them name a point's label. */
export function recallTable({ queries, prefixes }: StudyAnswer<"recall">): ExportTable {
  const figures = COUNTS.map((count, i) => ({ name: `recall@${count}`, of: prefixes.map(({ recall }) => recall[i]) }));
  const accuracy = prefixes.map(({ accuracy }) => accuracy);
  if (accuracy.some((one) => one !== null)) {
    const nothing = { mean: Number.NaN, low: Number.NaN, high: Number.NaN };
    figures.push({ name: "accuracy", of: accuracy.map((one) => one ?? nothing) });
  }
  const columns: TableColumn[] = [
    { name: "dims", type: "whole" },
    { name: "queries", type: "whole" },
    ...figures.flatMap(({ name }) =>
      [name, `${name}_low`, `${name}_high`].map((one) => ({ name: one, type: "double" as const })),
    ),
  ];
  return {
    name: "recall",
    columns,
    rows: prefixes.length,
    async *pieces() {
      yield {
        rows: prefixes.length,
        columns: [
          prefixes.map(({ prefix }) => prefix),
          prefixes.map(() => queries),
          ...figures.flatMap(({ of }) => [
            of.map(({ mean }) => mean),
            of.map(({ low }) => low),
            of.map(({ high }) => high),
          ]),
        ],
      };
    },
  };
}
