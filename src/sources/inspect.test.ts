import { expect, test } from "vitest";
import { bytesFile } from "./byte-file";
import { inspectTables } from "./inspect";
import { openTables } from "./open-tables";

test("where no column holds vectors, the columns are told, and a name as long as its file is cut", async () => {
  const line = `{"title": "a", "${"x".repeat(50_000)}": "b"}\n`;
  const tables = await openTables([bytesFile(line + line, "a.jsonl")]);
  const error = await inspectTables(tables, "a", false).catch((thrown: Error) => thrown);
  expect(String(error)).toContain(`its columns are "title" (string), "${"x".repeat(60)}" (string)`);
  expect(String(error).length).toBeLessThan(400);
});
