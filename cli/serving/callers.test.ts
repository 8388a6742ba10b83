import { expect, test } from "vitest";
import { startServer } from "./server";
import { Shelf } from "./shelf";
import { KEY, servedFiles, TEXT } from "./testing/served-files";

const served = servedFiles();

test("nobody without the key", async () => {
  for (const path of ["/", "/data/letters.bin", `/${KEY}x/`, `/${KEY.slice(1)}/data/letters.bin`, "/undefined/"]) {
    expect(await served.ask(path)).toMatchObject({ status: 403 });
  }
});

test("a ticket leads to the page once", async () => {
  expect(await served.ask("/once")).toMatchObject({ status: 302, headers: { location: `./${KEY}/#data=x` } });
  expect(await served.ask("/once")).toMatchObject({ status: 403 });
});

test("the names of this machine", async () => {
  for (const host of ["127.0.0.1", "localhost", "LOCALHOST", "[::1]"]) {
    expect(await served.letters({ Host: `${host}:${served.port}` })).toMatchObject({ status: 200, body: TEXT });
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
  const got = await served.letters({ Host: host.replace("PORT", String(served.port)) });
  expect([400, 403]).toContain(got.status);
  expect(got.body).not.toContain(TEXT);
});

test("no request with two names, or none", async () => {
  const own = `Host: 127.0.0.1:${served.port}\r\n`;
  const path = `/${KEY}/data/letters.bin`;
  const close = "Connection: close\r\n\r\n";
  for (const head of [
    `GET ${path} HTTP/1.1\r\n${own}Host: evil.example\r\n${close}`,
    `GET ${path} HTTP/1.1\r\nHost: evil.example\r\n${own}${close}`,
    `GET ${path} HTTP/1.1\r\n${close}`,
    `GET ${path} HTTP/1.0\r\n\r\n`,
  ]) {
    const { status, body } = await served.send(head);
    expect([400, 403]).toContain(status);
    expect(body).not.toContain(TEXT);
  }
});

test("no page of another origin, whatever it sends", async () => {
  for (const headers of [
    { Origin: "https://evil.example" },
    { Origin: "null" },
    { Origin: `http://127.0.0.1:${served.port + 1}` },
    { Origin: `https://127.0.0.1:${served.port}` },
    { "Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "no-cors" },
    { "Sec-Fetch-Site": "same-site", "Sec-Fetch-Mode": "cors" },
  ]) {
    const got = await served.letters(headers);
    expect(got).toMatchObject({ status: 403 });
    expect(got.headers["access-control-allow-origin"]).toBeUndefined();
  }
  const got = await served.letters({ Origin: `http://localhost:${served.port}`, "Sec-Fetch-Site": "same-origin" });
  expect(got).toMatchObject({ status: 200, headers: { "cross-origin-resource-policy": "same-origin" } });
  expect(got.headers["access-control-allow-origin"]).toBeUndefined();
  // A notebook of another port frames the page.
  const visit = { "Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "navigate", "Sec-Fetch-Dest": "iframe" };
  expect(await served.ask(`/${KEY}/`, visit)).toMatchObject({ status: 200 });
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
  expect(await served.letters({}, method)).toMatchObject({ status: 405, headers: { allow: "GET, HEAD" } });
});

test("no tunnel", async () => {
  const { status, body } = await served.ask("evil.example:443", {}, "CONNECT");
  expect(status === 405 || Number.isNaN(status)).toBe(true);
  expect(body).toBe("");
});
