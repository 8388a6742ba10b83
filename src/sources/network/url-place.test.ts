import { afterEach, beforeEach, expect, test } from "vitest";
import { type FileServer, startFileServer } from "../../../tests/support/file-server";
import { placeOfUrl } from "./url-place";

let server: FileServer;
beforeEach(async () => {
  server = await startFileServer({ "sets/mine/dataset.json": '{ "name": "mine" }', "sets/plain": "1 2 3 4\n" });
});
afterEach(() => server.close());

test.each(["sets/mine", "sets/mine/", "sets/mine/dataset.json"])("%s is a dataset folder", async (path) => {
  expect(await placeOfUrl(`${server.url}/${path}`)).toEqual({ kind: "folder", url: `${server.url}/sets/mine/` });
});

test("what has no suffix and no manifest is a file", async () => {
  expect(await placeOfUrl(`${server.url}/sets/plain`)).toEqual({ kind: "file", url: `${server.url}/sets/plain` });
  server.files.set("site/dataset.json", { body: Buffer.from("<!doctype html>"), type: "text/html" });
  expect((await placeOfUrl(`${server.url}/site/`)).kind).toBe("file");
});

test("an address with a suffix is a file, and nobody is asked", async () => {
  expect(await placeOfUrl(`${server.url}/sets/x.npy?v=2`)).toEqual({
    kind: "file",
    url: `${server.url}/sets/x.npy?v=2`,
  });
  expect(server.seen).toEqual([]);
});

test("the page of a dataset on the hub is that dataset, and one of its files a file", async () => {
  expect(await placeOfUrl("https://huggingface.co/datasets/owner/name/viewer")).toEqual({
    kind: "hub",
    dataset: "owner/name",
  });
  expect(await placeOfUrl("https://huggingface.co/datasets/owner/name/blob/main/a.npy")).toEqual({
    kind: "file",
    url: "https://huggingface.co/datasets/owner/name/resolve/main/a.npy",
  });
});

test("where no answer comes it is taken for a file, whose opening tells why", async () => {
  const { url } = server;
  await server.close();
  expect(await placeOfUrl(`${url}/sets/mine`)).toEqual({ kind: "file", url: `${url}/sets/mine` });
  server = await startFileServer();
});
