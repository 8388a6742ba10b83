import { zipSync } from "fflate";
import { parquetWriteBuffer } from "hyparquet-writer";
import { expect, test } from "vitest";
import { bytesFile } from "../byte-file";
import { readDatasetFolder } from "../dataset-folder";
import { npyHeader } from "../npy-header";
import { openInput } from "../open-input";
import { zippedFolder } from "./zipped-folder";

const ROWS = 7;
const DIMS = 5;
const values = Float32Array.from({ length: ROWS * DIMS }, (_, i) => Math.sin(i));
const text = (words: string) => new TextEncoder().encode(words);

const files = {
  "dataset.json": text(
    JSON.stringify({
      name: "small",
      title: "Small",
      rows: ROWS,
      dims: DIMS,
      dtype: "f4",
      files: { vectors: "vectors.npy", points: "points.parquet" },
    }),
  ),
  "vectors.npy": new Uint8Array([...npyHeader("<f4", true, [ROWS, DIMS]), ...new Uint8Array(values.buffer)]),
  "points.parquet": new Uint8Array(
    parquetWriteBuffer({
      columnData: ["title", "text"].map((name) => ({
        name,
        type: "STRING" as const,
        data: Array.from({ length: ROWS }, (_, row) => `<b>${name} ${row}</b>`),
      })),
    }),
  ),
  "README.md": text("what it is"),
};

function archive(folder: string, level: 0 | 9, more: Record<string, Uint8Array> = {}) {
  const inside = Object.fromEntries(Object.entries(files).map(([name, bytes]) => [`${folder}${name}`, bytes]));
  return zipSync({ ...inside, ...more }, { level }) as Uint8Array<ArrayBuffer>;
}

test.each([
  ["stored, in a folder", "small/", 0],
  ["deflated, in a folder of a folder", "my data/small/", 9],
  ["deflated, at the top", "", 9],
] as const)("a dataset folder in an archive opens as one: %s", async (_, folder, level) => {
  const bytes = archive(folder, level, { "__MACOSX/small/dataset.json": text("{}") });
  const file = new File([bytes], "small.zip");
  const source = await openInput({ kind: "files", files: [{ file, path: "small.zip" }] }, null);
  expect(source.manifest).toMatchObject({ title: "Small", rows: ROWS, dims: DIMS });
  const read: number[] = [];
  for await (const block of source.blocks(() => {})) read.push(...block.values);
  expect(read).toEqual([...values]);
  const points = await source.points();
  expect(points?.titles[3]).toBe("<b>title 3</b>");
});

test("an archive without such a folder, or with two, is none", async () => {
  const plain = zipSync({ "vectors.npy": files["vectors.npy"] }) as Uint8Array<ArrayBuffer>;
  expect(await zippedFolder(bytesFile(plain, "a.zip"))).toBeNull();
  expect(await zippedFolder(bytesFile("no archive", "a.zip"))).toBeNull();
  const two = archive("a/", 0, { "b/dataset.json": files["dataset.json"] });
  expect(await zippedFolder(bytesFile(two, "a.zip"))).toBeNull();
});

test("a file that is missing, and one that would grow without bounds, are told of", async () => {
  const { "points.parquet": _, ...rest } = files;
  const without = zipSync(rest) as Uint8Array<ArrayBuffer>;
  const folder = await zippedFolder(bytesFile(without, "a.zip"));
  await expect((await readDatasetFolder(folder!)).points()).rejects.toThrow("has no file points.parquet");
  // The list at the end says a gigabyte of what is a few bytes.
  const bytes = archive("", 9);
  const end = Buffer.from(bytes.buffer);
  const listed = end.lastIndexOf("points.parquet") - 46;
  expect(end.readUInt32LE(listed)).toBe(0x02014b50);
  end.writeUInt32LE(2 ** 30, listed + 24);
  const bomb = await zippedFolder(bytesFile(bytes, "a.zip"));
  await expect(bomb!.open("points.parquet")).rejects.toThrow("says that it unpacks to");
});
