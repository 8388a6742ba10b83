import { truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { startServer } from "./server";
import { Shelf } from "./shelf";
import { KEY, servedFiles, TEXT } from "./testing/served-files";

const served = servedFiles();

test.each([
  ["bytes=0-4", "01234", "bytes 0-4/36"],
  ["bytes=30-", "uvwxyz", "bytes 30-35/36"],
  ["bytes=-3", "xyz", "bytes 33-35/36"],
  ["bytes=-999", TEXT, "bytes 0-35/36"],
  // The first block of a file is asked for before anyone knows how long it is.
  ["bytes=0-65535", TEXT, "bytes 0-35/36"],
  ["Bytes= 35 - 35", "z", "bytes 35-35/36"],
])("%s", async (range, body, said) => {
  const got = await served.letters({ Range: range });
  expect(got).toMatchObject({ status: 206, body, headers: { "content-range": said } });
  expect(got.headers["content-length"]).toBe(String(body.length));
});

test.each([
  "bytes=36-",
  "bytes=36-40",
  "bytes=5-3",
  "bytes=-0",
  "bytes=-",
  "bytes=",
  "bytes=abc",
  "bytes=0x0-0x4",
  "bytes=1e1-20",
  "bytes=-1-3",
  "bytes=0-1,3-4",
  `bytes=${Array.from({ length: 1000 }, (_, i) => `${i}-${i}`).join(",")}`,
  "bytes=0-99999999999999999999999",
  "bytes=99999999999999999999999-",
  "bytes=-99999999999999999999999",
  "bytes=9007199254740993-9007199254740999",
])("%s is refused", async (range) => {
  expect(await served.letters({ Range: range })).toMatchObject({
    status: 416,
    headers: { "content-range": "bytes */36" },
  });
});

test("two headers of ranges are refused", async () => {
  const host = `Host: 127.0.0.1:${served.port}`;
  const lines = [`GET /${KEY}/data/letters.bin HTTP/1.1`, host, "Range: bytes=0-1", "Range: bytes=2-3"];
  const { body } = await served.send(`${[...lines, "Connection: close"].join("\r\n")}\r\n\r\n`);
  expect(body.length).toBeLessThan(36);
});

test("a part comes of the version that is meant, else all of this one", async () => {
  const { etag, "last-modified": modified } = (await served.letters()).headers;
  expect(etag).toMatch(/^"/);
  for (const version of [etag, modified]) {
    expect(await served.letters({ Range: "bytes=1-2", "If-Range": version })).toMatchObject({
      status: 206,
      body: "12",
    });
  }
  for (const version of ['"other"', `W/${etag}`, "Thu, 01 Jan 1970 00:00:00 GMT"]) {
    expect(await served.letters({ Range: "bytes=1-2", "If-Range": version })).toMatchObject({
      status: 200,
      body: TEXT,
    });
  }
  expect(await served.letters({ "If-None-Match": etag })).toMatchObject({ status: 304, body: "" });
  expect(await served.letters({ "If-None-Match": '"other"' })).toMatchObject({ status: 200 });
});

test("HEAD says what GET would give", async () => {
  const got = await served.letters({ Range: "bytes=0-4" }, "HEAD");
  expect(got).toMatchObject({ status: 200, body: "", headers: { "content-length": "36" } });
});

test("of a file of 40 GB a part is a part", async () => {
  const path = join(served.root, "large.bin");
  writeFileSync(path, "begin");
  truncateSync(path, 40e9);
  const shelf = new Shelf();
  shelf.addData("data/large.bin", path);
  const large = await startServer({ shelf, key: KEY, port: null });
  try {
    const url = `http://127.0.0.1:${large.port}/${KEY}/data/large.bin`;
    const { status, headers } = await fetch(url, { headers: { range: "bytes=39999999990-" } });
    expect([status, headers.get("content-length")]).toEqual([206, "10"]);
    expect(headers.get("content-range")).toBe("bytes 39999999990-39999999999/40000000000");
    expect(await (await fetch(url, { headers: { range: "bytes=0-4" } })).text()).toBe("begin");
  } finally {
    await large.close();
  }
});
