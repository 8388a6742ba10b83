import Papa from "papaparse";
import { expect, test } from "vitest";
import { pointsTable } from "./points-table";
import { scoresTable } from "./scores-table";
import type { ExportTable } from "./table";
import { all, doing, frameOf, PLAIN, points } from "./testing/samples";
import { type CsvOptions, writeCsv } from "./write-csv";

test("CSV is what RFC 4180 says, with the mark of UTF-8 where it is wanted", async () => {
  const bytes = async (options: CsvOptions) =>
    new Uint8Array(await (await writeCsv(pointsTable(points, Int32Array.of(2, 3, 4)), options, doing())).arrayBuffer());
  const plain = new TextDecoder("utf-8", { ignoreBOM: true }).decode(await bytes(PLAIN));
  expect(plain).toBe(
    'id,title,text,category,Title (column),=note\r\n2,"a ""quoted"", title","text, 2",a,0.2,n2\r\n' +
      '3,"two\r\nlines","text, 3",b,0.3,n3\r\n4,维基百科 · שלום \u202e,"text, 4",a,0.4,n4\r\n',
  );
  expect([...(await bytes({ mark: true, guard: false })).subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  expect((await bytes(PLAIN))[0]).toBe("i".charCodeAt(0));
});

test("guarded, no cell and no head is a formula to a spreadsheet; numbers below zero are left alone", async () => {
  const read = async (table: ExportTable) => {
    const text = await (await writeCsv(table, { mark: false, guard: true }, doing())).text();
    return Papa.parse<string[]>(text, { skipEmptyLines: true }).data;
  };
  const cells = (await read(pointsTable(points, all))).flat();
  expect(
    cells.filter((cell) => /^[=+@\t\r]/.test(cell) || (cell.startsWith("-") && Number.isNaN(Number(cell)))),
  ).toEqual([]);
  expect(cells).toContain("'=cmd|' /C calc'!A0");
  expect(cells).toContain("'-5");
  expect(cells).toContain("'=note");
  const scores = (await read(scoresTable(points, all, frameOf(64)))).slice(1).map((row) => Number(row.at(-1)));
  expect(scores.filter((score) => score < 0).length).toBeGreaterThan(100);
});
