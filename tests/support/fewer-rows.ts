import { readFileSync } from "node:fs";
import { parquetReadObjects } from "hyparquet";
import { parquetWriteBuffer } from "hyparquet-writer";
import { npyBytes } from "../../src/sources/testing/npy-bytes";

const SPACES = ["wordnet-mrl-3072", "wordnet-mrl-1536", "wordnet-plain-1536"];

/**
 * The demo spaces with their first rows alone, under their own names: for tests of what the page does and not of what it
 * computes, which are spared most of the time that a space takes to open. The rows lie in no order, so these are a sample.
 *
 * @returns files by their path, as a site serves them in place of its own
 */
export async function fewerRows(rows: number): Promise<Record<string, Buffer>> {
  const files: Record<string, Buffer> = {};
  for (const space of SPACES) {
    const folder = `datasets/${space}`;
    const read = (file: string) => readFileSync(`public/${folder}/${file}`);
    const manifest = JSON.parse(read("dataset.json").toString());
    files[`${folder}/dataset.json`] = Buffer.from(JSON.stringify({ ...manifest, rows }));
    files[`${folder}/vectors.npy`] = firstOfColumns(read("vectors.npy"), manifest, rows);
    files[`${folder}/points.parquet`] = await firstOfTable(read("points.parquet"), rows);
  }
  const spaces = JSON.parse(readFileSync("public/datasets/index.json", "utf8")) as { rows: number }[];
  files["datasets/index.json"] = Buffer.from(JSON.stringify(spaces.map((space) => ({ ...space, rows }))));
  return files;
}

// int8 in Fortran order: every column is as many bytes as there are rows.
function firstOfColumns(file: Buffer, { rows, dims }: { rows: number; dims: number }, kept: number): Buffer {
  const start = file.length - rows * dims;
  const body = new Uint8Array(kept * dims);
  for (let dim = 0; dim < dims; dim++) {
    const from = start + dim * rows;
    body.set(file.subarray(from, from + kept), dim * kept);
  }
  return Buffer.from(npyBytes("|i1", true, [kept, dims], body));
}

async function firstOfTable(file: Buffer, rowEnd: number): Promise<Buffer> {
  const bytes = Uint8Array.from(file).buffer;
  const rows = await parquetReadObjects({ file: bytes, rowEnd });
  const columnData = Object.keys(rows[0]).map((name) => ({
    name,
    type: "STRING" as const,
    data: rows.map((row) => row[name]),
    nullable: false,
  }));
  return Buffer.from(parquetWriteBuffer({ columnData }));
}
