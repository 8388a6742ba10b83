import { afterEach, beforeEach, expect, test } from "vitest";
import { type FileServer, startFileServer } from "../../../tests/support/file-server";
import { type HubServer, startHub } from "../../../tests/support/hub-server";
import { textOf } from "../../i18n/said";
import { openTables } from "../open-tables";
import { npyBytes } from "../testing/npy-bytes";
import { besideUrl, type HubChoice, openHub, openRemote } from "./remote";

const matrix = Float32Array.from({ length: 30 * 8 }, (_, at) => at / 4);
const npy = Buffer.from(npyBytes("<f4", false, [30, 8], new Uint8Array(matrix.buffer)));
let files: FileServer;
let hub: HubServer;

beforeEach(async () => {
  files = await startFileServer({ "a/vectors.npy": npy, "set/dataset.json": "{}" });
  hub = await startHub({
    "some/body": {
      main: {},
      converted: {
        "en/test/0000.parquet": npy,
        "en/train/0000.parquet": npy,
        "en/train/0001.parquet": npy,
        "default/validation/0000.parquet": npy,
      },
    },
  });
});
afterEach(() => Promise.all([files.close(), hub.close()]));

const dataset = "some/body";

/** Opens a part; the files of this hub are NumPy's, so that the test is of what leads to them. */
const openPart = (choice: Partial<HubChoice> = {}) =>
  openHub({ dataset, ...choice }, {}, { hub: hub.url, viewer: hub.url }, (file) => openTables([file]));

test("a file at an address is opened by its bytes, and told while it comes", async () => {
  const told: string[] = [];
  const remote = await openRemote(
    { url: `${files.url}/a/vectors.npy` },
    { progress: (what) => told.push(textOf(what)) },
  );
  if (remote.kind !== "tables") throw new Error("a file is no folder");
  expect([remote.name, remote.hub, remote.tables.length]).toEqual(["vectors.npy", null, 1]);
  expect(told).toEqual(["0.0 MB of vectors.npy fetched"]);
  const { value: batch } = await remote.tables[0]
    .batches({ vector: remote.tables[0].columns[0].name, columns: [], rows: null })
    .next();
  expect(batch.vectors).toEqual(matrix);
});

test("a dataset folder is one", async () => {
  const remote = await openRemote({ url: `${files.url}/set` });
  expect(remote.kind === "folder" && remote.folder.where("vectors.npy")).toBe(`${files.url}/set/vectors.npy`);
});

test.each([
  [{}, ["en", "train"], 60],
  [{ split: "test" }, ["en", "test"], 30],
  [{ config: "default" }, ["default", "validation"], 30],
])("of a dataset of the hub, asked for %o, the part %o is opened with all its files", async (choice, part, rows) => {
  const remote = await openPart(choice);
  if (remote.kind !== "tables" || !remote.hub) throw new Error("no dataset of the hub");
  expect([remote.name, remote.tables[0].rows]).toEqual([dataset, rows]);
  expect(remote.hub.parts.map(({ config, split, files }) => [config, split, files])).toEqual([
    ["en", "test", 1],
    ["en", "train", 2],
    ["default", "validation", 1],
  ]);
  const { config, split } = remote.hub.parts[remote.hub.chosen];
  expect([config, split]).toEqual(part);
});

test("a part that is not there is told with those that are", async () => {
  await expect(openPart({ config: "fr" })).rejects.toThrow(
    "The dataset some/body has no part “fr”. https://huggingface.co/datasets/some/body Choose one of these: en, test; en, train; default, validation.",
  );
});

test("a file that another names is found beside it, or is not there", async () => {
  const config = `${files.url}/set/config.json?v=1`;
  expect((await besideUrl(config, "../a/vectors.npy", undefined))?.size).toBe(npy.length);
  expect(await besideUrl(config, "metadata.tsv", undefined)).toBe(null);
  files.faults.push({ status: 403 });
  await expect(besideUrl(config, "dataset.json", undefined)).rejects.toThrow("does not give dataset.json to everyone");
});
