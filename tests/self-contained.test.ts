import { mkdtempSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { seeded } from "../data/random";
import { testBrowser } from "./support/browser";

const browser = testBrowser();
const NASTY = "</script><img src=x onerror='window.ran = true'>";
let folder: string;
let app: Page;
let file: string;

// A CSV of single precision values, with a title that would be markup if it could.
function csvOf(rows: number, dims: number): string {
  const random = seeded(8);
  const lines = Array.from({ length: rows }, (_, row) => {
    const vector = Array.from({ length: dims }, (_, dim) => Math.fround((random() - 0.5) / (1 + dim / 9)));
    return `"${row === 7 ? NASTY : `point ${row}`}",${row % 3 ? "even" : NASTY.replaceAll('"', "")},"[${vector.join(",")}]"`;
  });
  return ["title,group,embedding", ...lines].join("\n");
}

async function download(page: Page): Promise<string> {
  const waiting = page.waitForEvent("download");
  await page.getByRole("button", { name: "Download page" }).click();
  const path = join(folder, `${Math.abs(page.url().length)}-${(await waiting).suggestedFilename()}`);
  await (await waiting).saveAs(path);
  return path;
}

async function openPageTab(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Share", exact: true }).click();
  await page.getByRole("tab", { name: "Page" }).click();
  await page.getByText(/^About .* of at most 25 MB$/).waitFor();
}

/** A page from a file, what it asked for, what its policy refused, and what went wrong. */
async function openFile(path: string, fragment = ""): Promise<{ page: Page; asked: string[]; wrong: string[] }> {
  const page = await browser.open("", { base: "about:blank", wait: false });
  const asked: string[] = [];
  const wrong: string[] = [];
  page.on("request", (request) => {
    if (!/^(file|blob|data):/.test(request.url())) asked.push(request.url());
  });
  page.on("pageerror", (error) => wrong.push(String(error)));
  page.on("console", (message) => {
    if (message.type() === "error") wrong.push(message.text());
  });
  await page.goto(`file://${path}${fragment}`);
  await page.evaluate(() => window.matryoscope.ready);
  return { page, asked, wrong };
}

const frameAt = (page: Page, k: number) =>
  page.evaluate(async (wish) => {
    await window.matryoscope.setState({ k: wish });
    const frame = window.matryoscope.frame();
    return { k: frame?.k, scores: Array.from(frame?.scores ?? []), variance: frame?.explainedVariance };
  }, k);

const largestDifference = (a: number[], b: number[]) =>
  a.reduce((most, value, i) => Math.max(most, Math.abs(value - b[i])), 0);

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "matryoscope-page-"));
  const csv = join(folder, "nasty.csv");
  writeFileSync(csv, csvOf(700, 96));
  app = await browser.open("#data=wordnet-plain-1536&k=64");
  await app.getByRole("button", { name: "Open data" }).click();
  await app.getByLabel("Files to open").setInputFiles(csv);
  await app.getByRole("button", { name: "Open", exact: true }).click();
  await app.getByRole("dialog").waitFor({ state: "detached" });
  await app.evaluate(() => window.matryoscope.setState({ k: 64, sel: [7, 3], panel: "points", theme: "light" }));
  await openPageTab(app);
  await app.getByLabel("Title").fill(NASTY);
  file = await download(app);
});

test("a page of a space in single precision shows the app's own frames to 1e-6, from a file, and asks nobody for anything", async () => {
  const told = Number((await app.getByText(/^About /).textContent())?.match(/[\d.]+/)?.[0]) * 1e6;
  expect(Math.abs(statSync(file).size - told) / told).toBeLessThan(0.03);
  const { page, asked, wrong } = await openFile(file);
  expect(await page.evaluate(() => window.matryoscope.getState())).toMatchObject({
    data: "page",
    k: 64,
    sel: [7, 3],
    panel: "points",
    theme: "light",
  });
  for (const k of [4, 17, 64, 96]) {
    const [own, theirs] = [await frameAt(app, k), await frameAt(page, k)];
    expect(theirs.k).toBe(k);
    expect(theirs.scores).toHaveLength(700 * 3);
    expect(largestDifference(own.scores, theirs.scores)).toBeLessThan(1e-6);
  }
  // Search and the slider work; what would need a server is not there.
  await page.getByRole("searchbox", { name: "Search points" }).fill("point 12");
  await page.getByRole("list", { name: "Found" }).getByRole("button", { name: "point 12", exact: true }).waitFor();
  for (const name of ["Open data", "Share", "Story"]) {
    expect(await page.getByRole("button", { name, exact: true }).count()).toBe(0);
  }
  expect(asked).toEqual([]);
  expect(wrong).toEqual([]);
  await page.context().close();
});

test("text in a page is text: a title that is markup breaks out of nothing", async () => {
  const { page, wrong } = await openFile(file, "#k=8&sel=7&panel=points");
  expect(await page.title()).toBe(NASTY);
  expect(await page.evaluate(() => window.matryoscope.getState().k)).toBe(8);
  await page.getByText(NASTY).first().waitFor();
  expect(await page.evaluate(() => ["ran" in window, document.querySelectorAll("img").length])).toEqual([false, 0]);
  expect(wrong).toEqual([]);
  await page.context().close();
});

test("its policy names its one script and lets nothing else in, and no server at all", () => {
  const html = readFileSync(file, "utf8");
  const [, policy] = html.match(/"Content-Security-Policy" content="([^"]+)"/) ?? [];
  const rules = Object.fromEntries(policy.split("; ").map((rule) => [rule.split(" ")[0], rule.split(" ").slice(1)]));
  expect(rules["default-src"]).toEqual(["'none'"]);
  expect(rules["script-src"]).toEqual([expect.stringMatching(/^'sha256-/), "'wasm-unsafe-eval'"]);
  expect(rules["worker-src"]).toEqual(["blob:"]);
  expect(rules["connect-src"]).toBeUndefined();
  expect(policy).not.toContain("http");
  expect(policy).not.toContain("unsafe-inline");
});

test("a page that was cut off says so", async () => {
  const cut = join(folder, "cut.html");
  const html = readFileSync(file, "utf8");
  const at = html.indexOf('id="matryoscope-space">') + 30_000;
  const end = html.indexOf("</script>", at);
  writeFileSync(cut, html.slice(0, at) + html.slice(end));
  const broken = await browser.open("", { base: `file://${cut}`, wait: false });
  await broken.getByRole("alert").getByText("The space that this page carries is not whole.").waitFor();
  await broken.context().close();
});

afterAll(async () => {
  await app.context().close();
});
