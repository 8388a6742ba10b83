import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { textOf } from "../i18n/said";
import { type ByteFile, bytesFile } from "./byte-file";
import { openTables } from "./open-tables";
import { readTable } from "./testing/read-table";

const sample = (name: string) => bytesFile(new Uint8Array(readFileSync(`tests/samples/${name}`)), name);
const npy = sample("matrix.npy");
const all = Array.from({ length: 500 }, (_, i) => i);
const open = async (...files: ByteFile[]) => openTables(files);
const text = (name: string, lines: string[]) => bytesFile(`${lines.join("\n")}\n`, name);
/** Vectors of four numbers with a column `id`. */
const withIds = (ids: (string | number)[]) =>
  text(
    "v.jsonl",
    ids.map((id, i) => JSON.stringify({ id, vector: [i, i + 0.5, -i, 1] })),
  );

describe("row by row", () => {
  test("a matrix and a CSV are one table, whichever comes first", async () => {
    const about = text("about.csv", ["title,category", ...all.map((i) => `point ${i},c${i % 3}`)]);
    for (const files of [
      [npy, about],
      [about, npy],
    ]) {
      const [table] = await open(...files);
      expect([table.rows, table.notes]).toEqual([500, ["500 rows of about.csv were matched row by row."]]);
      const read = await readTable(table, { rows: [7, 499] });
      expect(read.columns).toEqual({ title: ["point 7", "point 499"], category: ["c1", "c1"] });
      expect(read.values).toEqual([7, 499].flatMap((row) => [...matrix().subarray(96 * row, 96 * row + 96)]));
    }
  });

  test("three files: a matrix, titles in JSON and labels in text", async () => {
    const titles = bytesFile(JSON.stringify(all.map((i) => ({ title: `t${i}` }))), "titles.json");
    const labels = text("labels.txt", ["label", ...all.map((i) => `l${i % 2}`)]);
    const [table] = await open(npy, titles, labels);
    const read = await readTable(table, { rows: [3] });
    expect(read.columns).toEqual({ title: ["t3"], label: ["l1"] });
  });

  test("titles whose first line was taken for a name are read again with the other guess, and so the other way round", async () => {
    const [bare] = await open(
      npy,
      text(
        "metadata.tsv",
        all.map((i) => `word${i}`),
      ),
    );
    expect((await readTable(bare, { rows: [0, 499] })).columns).toEqual({ metadata: ["word0", "word499"] });
    expect(textOf(bare.notes.at(-1)!)).toContain("The first line of metadata.tsv was taken for a row");
    const [named] = await open(npy, text("m.csv", ["word", ...all.map((i) => (i === 9 ? "word" : `w${i}`))]));
    expect((await readTable(named, { rows: [0, 9] })).columns).toEqual({ word: ["w0", "word"] });
  });

  test("a line that cannot be read stays empty, and the rows behind it keep their vectors", async () => {
    const lines = all.map((i) => (i === 4 ? "a,b,c" : `t${i},${i}`));
    const [table] = await open(npy, text("about.csv", ["title,n", ...lines]));
    expect((await readTable(table, { rows: [3, 4, 5] })).columns).toEqual({
      title: ["t3", null, "t5"],
      n: [3, null, 5],
    });
    expect(textOf(table.notes[0])).toBe(
      "A row of about.csv could not be read and stays empty: line 6 has 3 cells where the others have 2.",
    );
  });

  test("other counts are told, both of them, with what to do", async () => {
    const about = text("about.csv", ["title,n", ...all.slice(0, 480).map((i) => `t${i},${i}`)]);
    await expect(open(npy, about)).rejects.toMatchObject({
      problem: {
        what: "The two files do not belong together row by row: matrix.npy has 500 rows and about.csv has 480, and no column is in both by which to match them.",
        remedy:
          "Give both a column of the same name, such as “id”, whose values agree, or write both from the same rows.",
      },
    });
  });
});

describe("by a key", () => {
  test("values of a column that both have put rows together in whatever order, numbers and texts alike", async () => {
    const about = text("about.csv", ["id,title", "30,c", "10,a", "99,z", "20,b"]);
    const [table] = await open(withIds([10, "20", 30]), about);
    const read = await readTable(table, { columns: ["title"] });
    expect(read.columns.title).toEqual(["a", "b", "c"]);
    expect(table.notes).toEqual([
      "All 3 rows were matched with about.csv by “id”; one row of about.csv without vectors.",
    ]);
  });

  test("vectors without a match keep their rows, and are counted", async () => {
    const about = text("about.csv", ["id,title", "a,A", "b,B", "c,C"]);
    const [table] = await open(withIds(["a", "x", "c", "b"]), about);
    expect((await readTable(table, { columns: ["title", "id"] })).columns).toEqual({
      title: ["A", null, "C", "B"],
      id: ["a", "x", "c", "b"],
    });
    expect(textOf(table.notes[0])).toContain("3 of 4 rows were matched with about.csv by “id”");
  });

  test("many vectors of one document find it", async () => {
    const about = text("documents.csv", ["id,title", "a,A", "b,B"]);
    const [table] = await open(withIds(["a", "a", "b", "a", "b"]), about);
    expect((await readTable(table, { columns: ["title"] })).columns.title).toEqual(["A", "A", "B", "A", "B"]);
  });

  test("a key that is there twice is told with an example", async () => {
    const about = text("about.csv", ["id,title", "a,A", "b,B", "a,C", "d,D", "e,E", "f,F"]);
    await expect(open(withIds(["a", "b", "c"]), about)).rejects.toThrow(
      "v.jsonl has 3 rows and about.csv has 6, and they cannot be matched by “id” either, for “a” is there twice in about.csv, in rows 1 and 3.",
    );
  });

  test("a column that both have by which they were not matched is there twice, under the name of its file", async () => {
    const about = text("about.csv", ["id,title", "7,A", "8,B", "9,C"]);
    const [table] = await open(withIds([1, 2, 3]), about);
    expect((await readTable(table)).columns).toEqual({
      id: [1, 2, 3],
      "id (about.csv)": [7, 8, 9],
      title: ["A", "B", "C"],
    });
    expect(textOf(table.notes.at(-1)!)).toBe(
      "The values of “id” do not agree: check that both files have the same order.",
    );
  });
});

describe("parts", () => {
  const part = (name: string, from: number) =>
    text(
      name,
      [0, 1, 2].map((i) => [from + i, 1, 2, 3].join("\t")),
    );

  test("are put one behind the other in the order of their names", async () => {
    const [table, ...more] = await open(part("p10.tsv", 10), part("p2.tsv", 2));
    expect([more, table.rows]).toEqual([[], 6]);
    const read = await readTable(table);
    expect(read.values.filter((_, i) => i % 4 === 0)).toEqual([2, 3, 4, 10, 11, 12]);
    expect(textOf(table.notes[0])).toBe("2 files are read as one table, in this order: p2.tsv, p10.tsv.");
  });

  test("have what is known of them all behind one another beside them", async () => {
    const about = [text("m2.csv", ["t,n", "d,4", "e,5", "f,6"]), text("m1.csv", ["t,n", "a,1", "b,2", "c,3"])];
    const [table] = await open(part("v1.tsv", 1), part("v2.tsv", 4), ...about);
    expect((await readTable(table)).columns).toEqual({ t: [..."abcdef"], n: [1, 2, 3, 4, 5, 6] });
  });

  test("each of which has as many rows as what is known are no parts, but several spaces", async () => {
    const tables = await open(part("a.tsv", 1), part("b.tsv", 4), text("m.csv", ["t,n", "a,1", "b,2", "c,3"]));
    expect(tables.map(({ name }) => name)).toEqual(["a.tsv + m.csv", "b.tsv + m.csv"]);
  });

  test("of other dims are tables by themselves; a few numbers beside vectors are what is known of them", async () => {
    const other = text("o.tsv", ["1\t2\t3\t4\t5", "1\t2\t3\t4\t6", "1\t2\t3\t4\t7"]);
    expect((await open(part("a.tsv", 1), other)).map(({ name }) => name)).toEqual(["a.tsv", "o.tsv"]);
    const numbers = text("n.csv", ["x,y,z,year", ...all.map((i) => `${i},1.5,2,${2000 + i}`)]);
    const [table] = await open(npy, numbers);
    expect((await readTable(table, { rows: [2] })).columns).toEqual({ x: [2], y: [1.5], z: [2], year: [2002] });
  });
});

function matrix(): Float32Array {
  const bytes = new Uint8Array(readFileSync("tests/samples/matrix.npy"));
  return new Float32Array(bytes.buffer.slice(bytes.length - 500 * 96 * 4));
}
