import { parquetMetadata } from "hyparquet";
import { parquetWriteBuffer } from "hyparquet-writer";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type HubServer, startHub } from "../../../tests/support/hub-server";
import { parquet } from "../formats/parquet";
import { BLOCK_BYTES } from "./blocks";
import { listHubDataset } from "./hub";
import { rangedFile } from "./ranged-file";

const ROWS = 4000;
const GROUP = 500;
const DIMS = 64;
const value = (row: number, dim: number) => ((row * 31 + dim * 17) % 509) / 64;
const written = Buffer.from(
  parquetWriteBuffer({
    columnData: [
      { name: "text", data: Array.from({ length: ROWS }, (_, row) => `${row}`.padEnd(200, "x")) },
      {
        name: "embedding",
        data: Array.from({ length: ROWS }, (_, row) => Array.from({ length: DIMS }, (_, dim) => value(row, dim))),
      },
    ],
    schema: [
      { name: "root", num_children: 2 },
      { name: "text", type: "BYTE_ARRAY", converted_type: "UTF8", repetition_type: "REQUIRED" },
      { name: "embedding", repetition_type: "OPTIONAL", num_children: 1, converted_type: "LIST" },
      { name: "list", repetition_type: "REPEATED", num_children: 1 },
      { name: "element", type: "DOUBLE", repetition_type: "OPTIONAL" },
    ],
    rowGroupSize: GROUP,
    codec: "UNCOMPRESSED",
  }),
);
let hub: HubServer;

beforeEach(async () => {
  hub = await startHub({ "some/body": { main: {}, converted: { "default/train/0000.parquet": written } } });
});
afterEach(() => hub.close());

test("of a dataset on the hub no more travels than the column chunks of the row groups that are read", async () => {
  const { parts } = await listHubDataset("some/body", { addresses: { hub: hub.url, viewer: hub.url } });
  const [{ url, path, size }] = parts[0].files;
  const far = rangedFile({ url, name: path, size, version: "" });
  const [table] = await parquet.open(far, {});
  expect(table.rows).toBe(ROWS);
  expect(table.groups).toEqual(Float64Array.from({ length: ROWS / GROUP }, (_, group) => group * GROUP));
  const wanted = Float64Array.from({ length: GROUP }, (_, i) => 3 * GROUP + i);
  const rows: number[] = [];
  const vectors: number[] = [];
  for await (const batch of table.batches({ vector: "embedding", columns: [], rows: wanted })) {
    rows.push(...batch.rows);
    for (const number of batch.vectors ?? []) vectors.push(number);
  }
  expect(rows).toEqual([...wanted]);
  expect(vectors).toEqual(rows.flatMap((row) => Array.from({ length: DIMS }, (_, dim) => value(row, dim))));
  const { buffer } = Uint8Array.from(written);
  const metadata = parquetMetadata(buffer);
  const chunk = Number(metadata.row_groups[3].columns[1].meta_data?.total_compressed_size);
  // Each of the three places (marks, footer, chunk) is rounded to whole blocks.
  expect(hub.sent()).toBeLessThanOrEqual(chunk + 4 * BLOCK_BYTES);
  expect(hub.sent()).toBeLessThan(size / 4);
});
