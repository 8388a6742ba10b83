// Writes the matrix as Arrow by apache-arrow 21.2.0 on npm, in three record batches. (Compressed is what
// make-polars.mjs writes: apache-arrow gives the packed length of a buffer where the plain one belongs.) Run with Node
// from the project's folder after `npm install --no-save apache-arrow@21.2.0`.
import { readFileSync, writeFileSync } from "node:fs";
import * as arrow from "apache-arrow";

const folder = "tests/samples";
const values = (name) => Uint8Array.from(readFileSync(`${folder}/${name}.npy`).subarray(128)).buffer;
const f4 = new Float32Array(values("matrix"));
const f2 = new Uint16Array(values("npy-f2"));
const i1 = new Int8Array(values("matrix-i1"));
const colors = ["red", "green", "blue", "grey"];
const SIZE = 200;
// One dictionary for all batches.
const categories = arrow.vectorFromArray(
  Array.from({ length: 500 }, (_, i) => colors[i % 4]),
  new arrow.Dictionary(new arrow.Utf8(), new arrow.Int32(), 7),
);

function lists(type, all, from, length, fixed) {
  const data = all.slice(from * 96, (from + length) * 96);
  const child = arrow.makeData({ type, length: data.length, nullCount: 0, data });
  const item = new arrow.Field("item", type, true);
  if (fixed) return new arrow.Data(new arrow.FixedSizeList(96, item), 0, length, 0, {}, [child]);
  const offsets = Int32Array.from({ length: length + 1 }, (_, i) => i * 96);
  return new arrow.Data(new arrow.List(item), 0, length, 0, { 0: offsets }, [child]);
}

function batch(type, all, fixed, from) {
  const length = Math.min(SIZE, 500 - from);
  const rows = Array.from({ length }, (_, i) => from + i);
  const column = (values, as) => arrow.vectorFromArray(values, as).data[0];
  const children = {
    title: column(
      rows.map((i) => `point ${i}`),
      new arrow.Utf8(),
    ),
    text: column(
      rows.map((i) => `the text of point ${i}`),
      new arrow.Utf8(),
    ),
    category: categories.slice(from, from + length).data[0],
    score: column(
      rows.map((i) => i / 8),
      new arrow.Float64(),
    ),
    embedding: lists(type, all, from, length, fixed),
  };
  return new arrow.RecordBatch(children);
}

function write(name, writer, type, all, fixed) {
  for (let from = 0; from < 500; from += SIZE) writer.write(batch(type, all, fixed, from));
  writer.finish();
  writeFileSync(`${folder}/${name}.arrow`, writer.toUint8Array(true));
}

write("arrow-fixed-f4", new arrow.RecordBatchFileWriter(), new arrow.Float32(), f4, true);
write("arrow-list-f2-stream", new arrow.RecordBatchStreamWriter(), new arrow.Float16(), f2, false);
write("arrow-fixed-i1-stream", new arrow.RecordBatchStreamWriter(), new arrow.Int8(), i1, true);
