import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { createInterface } from "node:readline";
import type { Frame, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { testBrowser } from "./support/browser";

// The command as people run it, on a file, and the page that it shows in the frame of a notebook: which is another
// server of this machine, at another port.
const { open } = testBrowser();
let command: ChildProcess;
let found: { url: string; rows: number; dims: number };
let notebook: Server;
let page: Page;
const problems: string[] = [];

beforeAll(async () => {
  command = spawn(process.execPath, ["--import", "tsx", "cli/bin.ts", "serve", "tests/samples/matrix.npy", "--json"]);
  const [line] = await once(createInterface(command.stdout as NodeJS.ReadableStream), "line");
  found = JSON.parse(line);
  notebook = createServer((_, response) => {
    const src = found.url.replaceAll("&", "&amp;").replaceAll('"', "&quot;");
    response.setHeader("content-type", "text/html");
    response.end(`<!doctype html><iframe src="${src}" width="1200" height="700" frameborder="0"></iframe>`);
  });
  notebook.listen(0, "127.0.0.1");
  await once(notebook, "listening");
  const base = `http://localhost:${(notebook.address() as AddressInfo).port}/`;
  page = await open("", { base, wait: false });
  page.on("console", (message) => message.type() === "error" && problems.push(message.text()));
});
afterAll(() => {
  notebook?.close();
  command?.kill("SIGKILL");
});

const frame = () => page.frames()[1] as Frame;

test("one line tells where, how many rows and how many dims", () => {
  expect(found).toMatchObject({ rows: 500, dims: 96 });
  const { hostname, hash } = new URL(found.url);
  expect(hostname).toBe("127.0.0.1");
  expect(new URLSearchParams(hash.slice(1)).get("data")).toMatch(/\/data\/matrix\.npy$/);
});

test("the page opens the file, also in the frame of a notebook at another port", async () => {
  await frame().waitForFunction(() => window.matryoscope);
  await frame().evaluate(() => window.matryoscope.ready);
  const state = await frame().evaluate(async () => {
    await window.matryoscope.setState({ k: 33 });
    const { k, scores } = window.matryoscope.frame() as { k: number; scores: Float32Array };
    return { k, points: scores.length / 3, finite: scores.every(Number.isFinite) };
  });
  expect(state).toEqual({ k: 33, points: 500, finite: true });
  expect(problems).toEqual([]);
});

test("the notebook's page itself reads nothing of it", async () => {
  const { href } = new URL(new URLSearchParams(new URL(found.url).hash.slice(1)).get("data") as string);
  const read = await page.evaluate(async (url) => {
    const got = await fetch(url).then(
      (answer) => answer.status,
      () => "refused",
    );
    const script = document.createElement("script");
    script.src = url;
    const element = await new Promise((resolve) => {
      script.onload = () => resolve("loaded");
      script.onerror = () => resolve("refused");
      document.body.append(script);
    });
    return [got, element];
  }, href);
  expect(read).toEqual(["refused", "refused"]);
});

test("Ctrl C ends it", async () => {
  command.kill("SIGINT");
  const [code] = await once(command, "exit");
  expect(code).toBe(0);
  await expect(fetch(found.url)).rejects.toThrow();
});
