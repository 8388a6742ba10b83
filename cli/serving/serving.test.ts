import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { zipSync } from "fflate";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { run } from "../testing/run";
import { shelve } from "./dataset";
import { type Serving, startServer } from "./server";
import { Shelf } from "./shelf";

const KEY = "the-key-of-this-test";
const SECRET = "what nobody may read";
const TEXT = "0123456789abcdefghijklmnopqrstuvwxyz";

let root: string;
let server: Serving;
beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), "matryoscope-"));
  writeFileSync(join(root, "secret.txt"), SECRET);
  // A page as it is built, beside which something else lies.
  mkdirSync(join(root, "app", "assets"), { recursive: true });
  writeFileSync(join(root, "app", "index.html"), "<!doctype html><title>The page</title>");
  writeFileSync(join(root, "app", "assets", "index.js"), "export {};");
  writeFileSync(join(root, "app", "sw.js"), "self;");
  symlinkSync(join(root, "secret.txt"), join(root, "app", "assets", "link.txt"));
  mkdirSync(join(root, "here"));
  cpSync("tests/samples/matrix.npy", join(root, "here", "my file#1.npy"));
  writeFileSync(join(root, "here", "secret.npy"), SECRET);
  writeFileSync(join(root, "here", "letters.bin"), TEXT);
  writeFileSync(join(root, "here", "swapped.bin"), TEXT);

  const shelf = new Shelf();
  shelf.addApp(join(root, "app"));
  const found = await shelve(join(root, "here", "my file#1.npy"), shelf);
  expect(found).toEqual({ address: "data/my%20file%231.npy", rows: 500, dims: 96 });
  shelf.addData("data/letters.bin", join(root, "here", "letters.bin"));
  shelf.addData("data/swapped.bin", join(root, "here", "swapped.bin"));
  server = await startServer({ shelf, key: KEY, port: null, ticket: { word: "once", fragment: "#data=x" } });
});
afterAll(async () => {
  await server.close();
  rmSync(root, { recursive: true });
});

interface Got {
  status: number;
  headers: Record<string, string>;
  body: string;
}

/** Sends bytes as they stand, which no client of HTTP would: what comes back until the line is closed. */
function send(head: string): Promise<Got> {
  return new Promise((resolve, reject) => {
    const socket = connect(server.port, "127.0.0.1");
    let text = "";
    socket.setEncoding("latin1");
    socket.on("data", (part) => {
      text += part;
    });
    socket.on("error", reject);
    socket.on("close", () => {
      const [top, ...rest] = text.split("\r\n\r\n");
      const [status, ...lines] = top.split("\r\n");
      const headers = Object.fromEntries(lines.map((line) => line.split(/: (.*)/s).slice(0, 2)));
      resolve({ status: Number(status.split(" ")[1]), headers, body: rest.join("\r\n\r\n") });
    });
    socket.write(head, "latin1");
  });
}

function ask(target: string, headers: Record<string, string> = {}, method = "GET"): Promise<Got> {
  const all = { Host: `127.0.0.1:${server.port}`, Connection: "close", ...headers };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`);
  return send(`${method} ${target} HTTP/1.1\r\n${lines.join("")}\r\n`);
}

const data = (headers: Record<string, string> = {}, method = "GET") => ask(`/${KEY}/data/letters.bin`, headers, method);

test("the page and the dataset are given, each as what it is", async () => {
  const page = await ask(`/${KEY}/`);
  expect(page).toMatchObject({ status: 200, headers: { "content-type": "text/html; charset=utf-8" } });
  expect(page.body).toContain("The page");
  expect(await ask(`/${KEY}/assets/index.js`)).toMatchObject({
    status: 200,
    headers: { "content-type": "text/javascript; charset=utf-8" },
  });
  const npy = await ask(`/${KEY}/data/my%20file%231.npy?v=1`);
  expect(npy).toMatchObject({ status: 200, headers: { "cache-control": "no-store", "accept-ranges": "bytes" } });
  expect(npy.headers["content-type"]).toBe("application/octet-stream");
  expect(npy.body.slice(1, 6)).toBe("NUMPY");
});

describe("no other file is given", () => {
  test.each([
    `/${KEY}/../secret.txt`,
    `/${KEY}/data/../../secret.txt`,
    `/${KEY}/data/..%2f..%2fsecret.txt`,
    `/${KEY}/data/%2e%2e/%2e%2e/secret.txt`,
    `/${KEY}/data/%252e%252e%252f%252e%252e%252fsecret.txt`,
    `/${KEY}/data/..\\..\\secret.txt`,
    `/${KEY}/data/..%5c..%5csecret.txt`,
    `/${KEY}/data/%c0%ae%c0%ae/%c0%ae%c0%ae/secret.txt`,
    `/${KEY}/data/my%20file%231.npy%00/../secret.npy`,
    `/${KEY}/data/secret.npy`,
    `/${KEY}/data/secret.npy%00.npy`,
    `/${KEY}/data/`,
    `/${KEY}/data`,
    `/${KEY}//etc/passwd`,
    `/${KEY}/etc/passwd`,
    `/${KEY}/assets/link.txt`,
    `/${KEY}/assets/%6cink.txt`,
    `/${KEY}/sw.js`,
    `/${KEY}/data/${"../".repeat(400)}etc/passwd`,
    `/${KEY}/constructor`,
    `/${KEY}/__proto__`,
    "/etc/passwd",
    "/../../etc/passwd",
    "//127.0.0.1/etc/passwd",
    "*",
    "http://127.0.0.1/etc/passwd",
    "file:///etc/passwd",
  ])("%s", async (target) => {
    const { status, body } = await ask(target);
    expect(status).toBeGreaterThanOrEqual(400);
    expect(status).toBeLessThan(500);
    expect(body).not.toContain(SECRET);
    expect(body).not.toContain("root:");
  });

  test("a NUL or a bare space in the address is no request", async () => {
    expect((await ask(`/${KEY}/data/my\0`)).status).toBe(400);
    expect((await ask(`/${KEY}/data/my file#1.npy`)).status).toBe(400);
  });

  test("an address of a megabyte is refused", async () => {
    expect((await ask(`/${KEY}/${"a".repeat(1 << 20)}`)).status).toBe(431);
  });

  test("a file that has become a link since then is given no more", async () => {
    expect((await ask(`/${KEY}/data/swapped.bin`)).body).toBe(TEXT);
    rmSync(join(root, "here", "swapped.bin"));
    symlinkSync(join(root, "secret.txt"), join(root, "here", "swapped.bin"));
    expect(await ask(`/${KEY}/data/swapped.bin`)).toMatchObject({ status: 404 });
    // Nor where a folder above it has.
    renameSync(join(root, "here"), join(root, "there"));
    symlinkSync(join(root, "there"), join(root, "here"));
    expect(await data()).toMatchObject({ status: 404 });
    rmSync(join(root, "here"));
    renameSync(join(root, "there"), join(root, "here"));
    expect((await data()).body).toBe(TEXT);
  });
});

describe("who may ask", () => {
  test("nobody without the key", async () => {
    for (const path of ["/", "/data/letters.bin", `/${KEY}x/`, `/${KEY.slice(1)}/data/letters.bin`, "/undefined/"]) {
      expect(await ask(path)).toMatchObject({ status: 403 });
    }
  });

  test("a ticket leads to the page once", async () => {
    expect(await ask("/once")).toMatchObject({ status: 302, headers: { location: `./${KEY}/#data=x` } });
    expect(await ask("/once")).toMatchObject({ status: 403 });
  });

  test("the names of this machine", async () => {
    for (const host of ["127.0.0.1", "localhost", "LOCALHOST", "[::1]"]) {
      expect(await data({ Host: `${host}:${server.port}` })).toMatchObject({ status: 200, body: TEXT });
    }
  });

  test.each([
    "evil.example",
    "evil.example:PORT",
    "127.0.0.1.evil.example:PORT",
    "localhost.evil.example:PORT",
    "localhost:1",
    "127.0.0.1",
    "127.0.0.2:PORT",
    "0.0.0.0:PORT",
    "2130706433:PORT",
    "user@127.0.0.1:PORT",
    "127.0.0.1:PORT, evil.example",
    "",
  ])("no page that leads here under the name “%s”", async (host) => {
    const got = await data({ Host: host.replace("PORT", String(server.port)) });
    expect([400, 403]).toContain(got.status);
    expect(got.body).not.toContain(TEXT);
  });

  test("no request with two names, or none", async () => {
    const own = `Host: 127.0.0.1:${server.port}\r\n`;
    const path = `/${KEY}/data/letters.bin`;
    const close = "Connection: close\r\n\r\n";
    for (const head of [
      `GET ${path} HTTP/1.1\r\n${own}Host: evil.example\r\n${close}`,
      `GET ${path} HTTP/1.1\r\nHost: evil.example\r\n${own}${close}`,
      `GET ${path} HTTP/1.1\r\n${close}`,
      `GET ${path} HTTP/1.0\r\n\r\n`,
    ]) {
      const { status, body } = await send(head);
      expect([400, 403]).toContain(status);
      expect(body).not.toContain(TEXT);
    }
  });

  test("no page of another origin, whatever it sends", async () => {
    for (const headers of [
      { Origin: "https://evil.example" },
      { Origin: "null" },
      { Origin: `http://127.0.0.1:${server.port + 1}` },
      { Origin: `https://127.0.0.1:${server.port}` },
      { "Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "no-cors" },
      { "Sec-Fetch-Site": "same-site", "Sec-Fetch-Mode": "cors" },
    ]) {
      const got = await data(headers);
      expect(got).toMatchObject({ status: 403 });
      expect(got.headers["access-control-allow-origin"]).toBeUndefined();
    }
    const got = await data({ Origin: `http://localhost:${server.port}`, "Sec-Fetch-Site": "same-origin" });
    expect(got).toMatchObject({ status: 200, headers: { "cross-origin-resource-policy": "same-origin" } });
    expect(got.headers["access-control-allow-origin"]).toBeUndefined();
    // A notebook of another port frames the page.
    const visit = { "Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "navigate", "Sec-Fetch-Dest": "iframe" };
    expect(await ask(`/${KEY}/`, visit)).toMatchObject({ status: 200 });
  });

  test("a proxy under whose address the server is shown", async () => {
    const shelf = new Shelf();
    shelf.addText("datasets/index.json", "[]");
    const outside = new URL("https://hub.example/user/me/proxy/8000/");
    const behind = await startServer({ shelf, key: KEY, port: null, outside });
    try {
      const url = `http://127.0.0.1:${behind.port}/${KEY}/datasets/index.json`;
      const { request } = await import("node:http");
      const status = (host: string) =>
        new Promise((resolve, reject) => {
          const asked = request(url, { headers: { host } }, (answer) => resolve(answer.resume().statusCode));
          asked.on("error", reject).end();
        });
      expect(await status("hub.example")).toBe(200);
      expect(await status("other.example")).toBe(403);
    } finally {
      await behind.close();
    }
  });

  test.each(["POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "PROPFIND"])("no %s", async (method) => {
    expect(await data({}, method)).toMatchObject({ status: 405, headers: { allow: "GET, HEAD" } });
  });

  test("no tunnel", async () => {
    const { status, body } = await ask("evil.example:443", {}, "CONNECT");
    expect(status === 405 || Number.isNaN(status)).toBe(true);
    expect(body).toBe("");
  });
});

describe("ranges", () => {
  test.each([
    ["bytes=0-4", "01234", "bytes 0-4/36"],
    ["bytes=30-", "uvwxyz", "bytes 30-35/36"],
    ["bytes=-3", "xyz", "bytes 33-35/36"],
    ["bytes=-999", TEXT, "bytes 0-35/36"],
    // The first block of a file is asked for before anyone knows how long it is.
    ["bytes=0-65535", TEXT, "bytes 0-35/36"],
    ["Bytes= 35 - 35", "z", "bytes 35-35/36"],
  ])("%s", async (range, body, said) => {
    const got = await data({ Range: range });
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
    expect(await data({ Range: range })).toMatchObject({ status: 416, headers: { "content-range": "bytes */36" } });
  });

  test("two headers of ranges are refused", async () => {
    const host = `Host: 127.0.0.1:${server.port}`;
    const lines = [`GET /${KEY}/data/letters.bin HTTP/1.1`, host, "Range: bytes=0-1", "Range: bytes=2-3"];
    const { body } = await send(`${[...lines, "Connection: close"].join("\r\n")}\r\n\r\n`);
    expect(body.length).toBeLessThan(36);
  });

  test("a part comes of the version that is meant, else all of this one", async () => {
    const { etag, "last-modified": modified } = (await data()).headers;
    expect(etag).toMatch(/^"/);
    for (const version of [etag, modified]) {
      expect(await data({ Range: "bytes=1-2", "If-Range": version })).toMatchObject({ status: 206, body: "12" });
    }
    for (const version of ['"other"', `W/${etag}`, "Thu, 01 Jan 1970 00:00:00 GMT"]) {
      expect(await data({ Range: "bytes=1-2", "If-Range": version })).toMatchObject({ status: 200, body: TEXT });
    }
    expect(await data({ "If-None-Match": etag })).toMatchObject({ status: 304, body: "" });
    expect(await data({ "If-None-Match": '"other"' })).toMatchObject({ status: 200 });
  });

  test("HEAD says what GET would give", async () => {
    const got = await data({ Range: "bytes=0-4" }, "HEAD");
    expect(got).toMatchObject({ status: 200, body: "", headers: { "content-length": "36" } });
  });

  test("of a file of 40 GB a part is a part", async () => {
    const path = join(root, "large.bin");
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
});

describe("what is served", () => {
  const folder = (name: string) => {
    const path = join(root, name);
    cpSync("public/datasets/wordnet-plain-1536", path, { recursive: true });
    return path;
  };

  test("of a folder its manifest and what that names, and nothing else", async () => {
    const path = folder("space");
    writeFileSync(join(path, "notes.txt"), SECRET);
    const shelf = new Shelf();
    expect(await shelve(path, shelf)).toEqual({ address: "data/space/", rows: 10_000, dims: 1536 });
    for (const name of ["dataset.json", "vectors.npy", "scale.npy", "points.parquet"]) {
      expect(shelf.find(`data/space/${name}`)).toBeDefined();
    }
    expect(shelf.find("data/space/notes.txt")).toBeUndefined();
  });

  test("no link that leads out of the folder", async () => {
    const path = folder("leaky");
    rmSync(join(path, "points.parquet"));
    symlinkSync(join(root, "secret.txt"), join(path, "points.parquet"));
    await expect(shelve(path, new Shelf())).rejects.toThrow("points.parquet of this folder leads out of it");
  });

  test("of a folder in a zip archive the archive", async () => {
    const path = join(root, "packed.zip");
    const names = ["dataset.json", "vectors.npy", "scale.npy"];
    const files = names.map((name) => [name, readFileSync(`public/datasets/wordnet-plain-1536/${name}`)]);
    writeFileSync(path, zipSync(Object.fromEntries(files), { level: 0 }));
    const shelf = new Shelf();
    expect(await shelve(path, shelf)).toEqual({ address: "data/packed.zip", rows: 10_000, dims: 1536 });
    expect(shelf.find("data/packed.zip")).toMatchObject({ isData: true });
  });

  test("what a config of the projector names beside it, and nothing above", async () => {
    mkdirSync(join(root, "projector"));
    const config = (path: string) => JSON.stringify({ embeddings: [{ tensorName: "t", tensorPath: path }] });
    writeFileSync(join(root, "projector", "good.json"), config("vectors.tsv"));
    writeFileSync(join(root, "projector", "vectors.tsv"), "1\t2\t3\t4\n2\t3\t4\t6\n0\t1\t0\t1\n");
    writeFileSync(join(root, "projector", "bad.json"), config("../secret.txt"));
    const shelf = new Shelf();
    expect(await shelve(join(root, "projector", "good.json"), shelf)).toMatchObject({ dims: 4 });
    expect(shelf.find("data/vectors.tsv")).toBeDefined();
    await expect(shelve(join(root, "projector", "bad.json"), shelf)).rejects.toThrow("secret.txt");
  });
});

test.each([
  [["serve", "nowhere"], "There is no file or folder"],
  [["serve", "package.json"], "package.json"],
  [["serve", "tests/samples/raw-f4.f32"], "make a folder of it first, with pack --dims"],
  [["serve", "postgres://host/db?table=t"], "make a folder of it first, with pack"],
  [["serve", "https://example.org/x.npy"], "on the web already"],
  [["serve", "tests/samples/matrix.npy", "--port", "99999"], "--port goes up to 65535"],
  [["serve", "tests/samples/matrix.npy", "--at", "hub"], "--at takes the address"],
])("%j is one line on standard error and exit code 2", async (args, words) => {
  const { status, out, err } = await run(...args);
  expect({ status, out }).toEqual({ status: 2, out: "" });
  expect(err.trim().split("\n")).toHaveLength(1);
  expect(err).toContain(words);
});

test("a port that is taken gives way to the next, unless it was asked for", async () => {
  const shelf = new Shelf();
  const [first, second] = [
    await startServer({ shelf, key: KEY, port: null }),
    await startServer({ shelf, key: KEY, port: null }),
  ];
  try {
    expect(second.port).not.toBe(first.port);
    await expect(startServer({ shelf, key: KEY, port: first.port })).rejects.toThrow(`Port ${first.port} is taken`);
  } finally {
    await Promise.all([first.close(), second.close()]);
  }
});
