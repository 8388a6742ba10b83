import { readFileSync } from "node:fs";
import { type Zippable, zipSync } from "fflate";
import { expect, test } from "vitest";
import { bytesFile } from "../byte-file";
import { openTables } from "../open-tables";
import { readTable } from "../testing/read-table";

const sample = (name: string) => new Uint8Array(readFileSync(`tests/samples/${name}`));
const zip = (files: Zippable, name = "a.zip", level: 0 | 6 = 6) =>
  bytesFile(zipSync(files, { level }) as Uint8Array<ArrayBuffer>, name);
const text = (string: string) => new TextEncoder().encode(string);
const matrix = new Float32Array(sample("matrix.npy").slice(128).buffer);

test.each([0, 6] as const)("a table in a zip archive is read as it is, packed at level %i", async (level) => {
  const file = zip({ "data/columns.csv": sample("columns.csv"), "README.md": text("# read me") }, "a.bin", level);
  const [table] = await openTables([file]);
  expect([table.name, table.where, table.rows]).toEqual(["columns.csv", "a.bin › data/columns.csv", 500]);
  const read = await readTable(table);
  expect(read.values).toEqual([...matrix]);
  expect(read.columns.title[499]).toBe("point 499");
});

test("a document that is read whole, and one that is read by slices, are read from an archive", async () => {
  for (const name of ["openai-base64.json", "npy-f4-fortran.npy"]) {
    const [table] = await openTables([zip({ [name]: sample(name), [`__MACOSX/._${name}`]: text("x") })]);
    expect((await readTable(table)).values).toEqual([...matrix]);
  }
});

test("several files in one archive are several files: vectors and what is known of them", async () => {
  const names = text(Array.from({ length: 500 }, (_, i) => `${i},p${i}`).join("\n"));
  const [table] = await openTables([zip({ "vectors.tsv": sample("projector-tensors.tsv"), "m.csv": names })]);
  expect(table.name).toBe("vectors.tsv + m.csv");
  expect((await readTable(table, { rows: [2] })).columns).toEqual({ "column 1": [2], "column 2": ["p2"] });
});

test.each<[string, Uint8Array<ArrayBuffer> | string, string, RegExp]>([
  ["xz", "\xfd7zXZ\0....", "v.csv.xz", /v\.csv\.xz is packed with xz\..*unxz -k v\.csv\.xz, and open what comes out/],
  ["bzip2", "BZh91AY&SY", "v.bz2", /packed with bzip2/],
  ["zstd", "\x28\xb5\x2f\xfd....", "v.jsonl.zst", /packed with zstd.*unzstd/],
  ["7-Zip", "7z\xbc\xaf\x27\x1c..", "v.7z", /an archive of 7-Zip/],
  ["RAR", "Rar!\x1a\x07..", "v.rar", /an archive of RAR/],
  ["a pickle", "\x80\x04\x95......", "v.pkl", /a pickle of Python.*can run any program.*numpy\.save/],
  ["a workbook", "\xd0\xcf\x11\xe0....", "v.xls", /a workbook of Excel.*CSV/],
])("%s is told by name, with what to do", async (_, bytes, name, sentence) => {
  const file = bytesFile(typeof bytes === "string" ? Uint8Array.from(bytes, (c) => c.charCodeAt(0)) : bytes, name);
  await expect(openTables([file])).rejects.toThrow(sentence);
});

test.each<[string, Zippable, RegExp]>([
  ["a workbook", { "[Content_Types].xml": text("x"), "xl/workbook.xml": text("x") }, /a workbook of Office/],
  ["PyTorch's own", { "model/data.pkl": text("x"), "model/data/0": text("x") }, /a file of PyTorch, a pickle/],
  ["one without data", { "README.md": text("x"), "a.png": text("x") }, /There is no file of data in a\.zip/],
])("an archive that is %s is refused with a sentence", async (_, files, sentence) => {
  await expect(openTables([zip(files)])).rejects.toThrow(sentence);
});

test("a bomb is refused before it is unpacked", async () => {
  const bytes = zipSync({ "zeros.csv": new Uint8Array(1 << 20) }) as Uint8Array<ArrayBuffer>;
  const view = new DataView(bytes.buffer);
  let list = 0;
  while (view.getUint32(list, true) !== 0x02014b50) list++;
  view.setUint32(list + 24, 300 << 20, true);
  await expect(openTables([bytesFile(bytes, "a.zip")])).rejects.toThrow(
    /zeros\.csv has [\d,]+ bytes and says that it unpacks to 314,572,800/,
  );
});

test("an archive with a changed byte is told as damaged", async () => {
  const bytes = new Uint8Array(zipSync({ "columns.csv": sample("columns.csv") }));
  bytes[40_000] ^= 255;
  await expect(openTables([bytesFile(bytes, "a.zip")]).then(([table]) => readTable(table))).rejects.toThrow(
    /In a\.zip, columns\.csv is damaged/,
  );
});
