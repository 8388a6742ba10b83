import { expect, test } from "vitest";
import { inTurns } from "./pieces";
import type { ExportTable } from "./table";

test("a table that is cancelled ends at the next piece", async () => {
  const abort = new AbortController();
  const seen: number[] = [];
  const table: ExportTable = {
    name: "long",
    columns: [{ name: "id", type: "whole" }],
    rows: 1e9,
    async *pieces() {
      for (let i = 0; ; i++) yield { rows: 1, columns: [[i]] };
    },
  };
  const reading = (async () => {
    for await (const { columns } of inTurns(table, { signal: abort.signal, progress: () => {} })) {
      seen.push(columns[0][0] as number);
      if (seen.length === 10) abort.abort();
    }
  })();
  await expect(reading).rejects.toThrow("abort");
  expect(seen).toHaveLength(10);
});
