import { parquetWriteBuffer } from "hyparquet-writer";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { type HubRepo, type HubServer, startHub } from "../../../tests/support/hub-server";
import { memoryTable } from "../memory-table";
import { pageFetch } from "../testing/page-fetch";
import { listHubDataset } from "./hub";
import { placeOf } from "./hub-files";
import { openHubPart } from "./hub-table";

const NAME = "Qdrant/dbpedia-entities-openai3-text-embedding-3-large-3072-1M";
let hub: HubServer;

beforeEach(async () => {
  hub = await startHub();
});
afterEach(async () => {
  vi.unstubAllGlobals();
  await hub.close();
});

const file = (bytes: number) => Buffer.alloc(bytes, 1);
const wait = async () => {};

function list(repo: HubRepo, name = NAME) {
  hub.repos.set(name, repo);
  return listHubDataset(name, { addresses: { hub: hub.url, viewer: hub.url }, wait });
}

test("what the viewer lists is what there is: configurations, splits, files and sizes", async () => {
  const { parts, notes } = await list({
    main: {},
    converted: {
      "en/train/0000.parquet": file(10),
      "en/train/0001.parquet": file(20),
      "fr/test/0000.parquet": file(5),
    },
  });
  expect(parts.map(({ config, split, bytes, partial }) => ({ config, split, bytes, partial }))).toEqual([
    { config: "en", split: "train", bytes: 30, partial: false },
    { config: "fr", split: "test", bytes: 5, partial: false },
  ]);
  expect(parts[0].files[1]).toEqual({
    path: "en/train/0001.parquet",
    url: `${hub.url}/datasets/${NAME}/resolve/refs%2Fconvert%2Fparquet/en/train/0001.parquet`,
    size: 20,
  });
  expect(notes).toEqual([]);
});

test.each([
  ["cannot show it", { status: 501, code: "DatasetInBlockListError", error: "It runs code." }],
  ["has not looked at it yet", { status: 500, code: "ResponseNotReady", error: "The response is not ready yet." }],
])("where the viewer %s, the files are listed as they lie, by the commit that there is", async (_, viewer) => {
  const paths = Array.from(
    { length: 26 },
    (_, index) => `data/train-${String(index).padStart(5, "0")}-of-00026.parquet`,
  );
  hub.pageSize = 10;
  const main = { "README.md": file(3), ...Object.fromEntries(paths.map((path) => [path, file(7)])) };
  const { parts } = await list({ main, viewer, revision: "c0ffee" });
  expect(parts.length).toBe(1);
  expect(parts[0]).toMatchObject({ config: "default", split: "train", bytes: 26 * 7 });
  expect(parts[0].files.map(({ path }) => path)).toEqual(paths);
  expect(parts[0].files[3].url).toBe(`${hub.url}/datasets/${NAME}/resolve/c0ffee/${paths[3]}`);
});

test("a conversion that stopped half way gives way to the whole, and is told where there is none", async () => {
  const { parts, notes } = await list({
    main: { "data/train-00000-of-00001.parquet": file(100) },
    converted: { "default/partial-train/0000.parquet": file(9), "big/partial-train/0000.parquet": file(9) },
    partial: true,
  });
  expect(parts.map(({ config, bytes, partial }) => [config, bytes, partial])).toEqual([
    ["default", 100, false],
    ["big", 9, true],
  ]);
  expect(notes).toEqual(["Of big, train the hub has only the first part in Parquet (1 files)."]);
});

test.each([
  ["data/train-00000-of-00026.parquet", "default", "train"],
  ["data/train-00003-of-00026-3c7b99d1c7eda36e.parquet", "default", "train"],
  ["train.parquet", "default", "train"],
  ["en/validation-00000-of-00001.parquet", "en", "validation"],
  ["wiki/en/train/0000.parquet", "wiki/en", "train"],
  ["0001.parquet", "default", "train"],
  ["embeddings_12.parquet", "default", "embeddings"],
])("%s belongs to %s, %s", (path, config, split) => {
  expect(placeOf(path)).toEqual({ config, split });
});

test("a dataset that is not there, one behind terms and one without Parquet are told apart", async () => {
  const addresses = { hub: hub.url, viewer: hub.url };
  await expect(listHubDataset("no/body", { addresses, wait })).rejects.toThrow(
    "There is no public dataset named no/body on Hugging Face (it answered 401).",
  );
  await expect(list({ main: {}, gated: "auto" })).rejects.toThrow("have agreed to its terms");
  const viewer = { status: 501, code: "DatasetInBlockListError", error: "It runs arbitrary code." };
  await expect(list({ main: { "a.csv": file(1), "b.csv": file(1), "c.npy": file(1) }, viewer })).rejects.toThrow(
    "has no Parquet files, but 2 csv, 1 npy; its viewer says: “It runs arbitrary code”.",
  );
});

test("a hub that is busy is asked again, and words that are no list are told as such", async () => {
  hub.faults.push({ path: NAME, status: 429, headers: { "retry-after": "1" } }, { path: NAME, status: 503 });
  const repo = { main: {}, converted: { "default/train/0000.parquet": file(10) } };
  expect((await list(repo)).parts.length).toBe(1);
  hub.faults.push({ path: "/parquet", status: 200, body: '{"parquet_files": "none"}' });
  await expect(list(repo)).rejects.toThrow("answered something else than a list of files: parquet_files");
  hub.faults.push({ path: "/parquet", status: 503 });
  await expect(list(repo)).rejects.toThrow("has no Parquet files");
});

test("no file elsewhere is read because an answer names it", async () => {
  const elsewhere = {
    config: "default",
    split: "train",
    filename: "0000.parquet",
    size: 5,
    url: "https://evil.example/x.parquet",
  };
  hub.faults.push({ path: "/parquet", status: 200, body: JSON.stringify({ parquet_files: [elsewhere] }) });
  const { parts } = await list({ main: { "train.parquet": file(4) } });
  expect(parts.flatMap(({ files }) => files.map(({ url }) => new URL(url).origin))).toEqual([hub.url]);
});

test("on a page of another origin all of it works, as the hub lets pages read", async () => {
  vi.stubGlobal("location", new URL("https://matryoscope.example"));
  vi.stubGlobal("fetch", pageFetch("https://matryoscope.example"));
  const viewer = { status: 500, code: "ResponseNotReady", error: "Not yet." };
  hub.pageSize = 1;
  const { parts } = await list({ main: { "a/x-1.parquet": file(4), "a/x-2.parquet": file(4) }, viewer });
  expect(parts.map(({ config, split, files }) => [config, split, files.length])).toEqual([["a", "x", 2]]);
});

test("the files of a part are one table, and of each only what is asked for is fetched", async () => {
  const written = [0, 100].map((first) =>
    Buffer.from(
      parquetWriteBuffer({
        columnData: [
          { name: "n", data: Array.from({ length: 100 }, (_, row) => first + row), type: "INT32" },
          {
            name: "text",
            data: Array.from({ length: 100 }, (_, row) => `${first + row}`.repeat(5000)),
            type: "STRING",
          },
        ],
        codec: "UNCOMPRESSED",
      }),
    ),
  );
  const { parts } = await list({
    main: {},
    converted: { "default/train/0000.parquet": written[0], "default/train/0001.parquet": written[1] },
  });
  const told: [number, number | null][] = [];
  let firsts = 0;
  const table = await openHubPart(
    NAME,
    parts[0],
    async (opened) => {
      // The least that a reader of Parquet does: the length of the footer stands before the last mark.
      const end = await opened.slice(opened.size - 8, opened.size);
      expect(new TextDecoder().decode(end.subarray(4))).toBe("PAR1");
      const vectors = { name: "n", dims: 1, values: Float32Array.of(firsts++) };
      return [memoryTable({ format: "Parquet", name: opened.name, rows: 1, vectors, columns: [] })];
    },
    { wait, progress: (bytes, total) => told.push([bytes, total]) },
  );
  expect([table.name, table.rows]).toEqual([NAME, 2]);
  expect(written[0].length).toBeGreaterThan(500_000);
  expect(hub.sent()).toBeLessThan(2 * 65_536);
  expect(told.at(-1)).toEqual([hub.sent(), written[0].length + written[1].length]);
});
