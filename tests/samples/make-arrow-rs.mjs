// Writes the matrix as Parquet by Rust's arrow and parquet crates, as parquet-wasm 0.8.0 on npm holds them: row groups of
// 120 rows, small pages, an offset index. Columns are built by apache-arrow 21.2.0. Run with Node from the project's
// folder after `npm install --no-save parquet-wasm@0.8.0 apache-arrow@21.2.0`.
import { readFileSync, writeFileSync } from "node:fs";
import * as arrow from "apache-arrow";
import * as parquet from "parquet-wasm/node";

const folder = "tests/samples";
const body = readFileSync(`${folder}/matrix.npy`).subarray(128);
const f4 = new Float32Array(Uint8Array.from(body).buffer);
const f2 = new Uint16Array(Uint8Array.from(readFileSync(`${folder}/npy-f2.npy`).subarray(128)).buffer);
const rows = Array.from({ length: 500 }, (_, i) => i);
const colors = ["red", "green", "blue", "grey"];
const vector = (type, values) =>
  arrow.makeVector(arrow.makeData({ type, length: values.length, nullCount: 0, data: values }));
const child = (type) => new arrow.Field("item", type, true);

function lists(type, values) {
  const children = [vector(type, values).data[0]];
  const offsets = Int32Array.from({ length: 501 }, (_, i) => i * 96);
  return new arrow.Vector([new arrow.Data(new arrow.List(child(type)), 0, 500, 0, { 0: offsets }, children)]);
}

function fixed(type, values) {
  const children = [vector(type, values).data[0]];
  return new arrow.Vector([new arrow.Data(new arrow.FixedSizeList(96, child(type)), 0, 500, 0, {}, children)]);
}

function write(name, vectors, build) {
  const table = new arrow.Table({
    title: arrow.vectorFromArray(
      rows.map((i) => `point ${i}`),
      new arrow.Utf8(),
    ),
    text: arrow.vectorFromArray(
      rows.map((i) => `the text of point ${i}`),
      new arrow.Utf8(),
    ),
    category: arrow.vectorFromArray(
      rows.map((i) => colors[i % 4]),
      new arrow.Utf8(),
    ),
    score: arrow.vectorFromArray(
      rows.map((i) => i / 8),
      new arrow.Float64(),
    ),
    vector: vectors,
  });
  const given = parquet.Table.fromIPCStream(arrow.tableToIPC(table, "stream"));
  const properties = build(
    new parquet.WriterPropertiesBuilder().setMaxRowGroupSize(120).setWriteBatchSize(16).setDataPageSizeLimit(8192),
  );
  writeFileSync(`${folder}/${name}.parquet`, parquet.writeParquet(given, properties.build()));
}

const { Compression, Encoding, WriterVersion } = parquet;
write("arrow-rs-list-f2-brotli", lists(new arrow.Float16(), f2), (p) => p.setCompression(Compression.BROTLI));
write("arrow-rs-fixed-f4-lz4-v2", fixed(new arrow.Float32(), f4), (p) =>
  p
    .setCompression(Compression.LZ4_RAW)
    .setWriterVersion(WriterVersion.V2)
    .setDictionaryEnabled(false)
    .setColumnEncoding("vector.list.item", Encoding.BYTE_STREAM_SPLIT),
);
write("arrow-rs-list-f8-snappy-v2", lists(new arrow.Float64(), Float64Array.from(f4)), (p) =>
  p.setCompression(Compression.SNAPPY).setWriterVersion(WriterVersion.V2),
);
