import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parquetWriteBuffer } from "hyparquet-writer";
import type { Locator, Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { npyBytes } from "../src/sources/testing/npy-bytes";
import { testBrowser } from "./support/browser";
import { type EmbeddingServer, startEmbeddingServer } from "./support/embedding-server";
import { type FileServer, startFileServer } from "./support/file-server";

const browser = testBrowser([], "quickPage");
const MATRIX = "tests/samples/matrix.npy";
let page: Page;
let server: FileServer;
let embedder: EmbeddingServer;
beforeAll(async () => {
  server = await startFileServer({ "far.npy": readFileSync(MATRIX) });
  embedder = await startEmbeddingServer();
  page = await browser.open("#data=wordnet-mrl-1536&k=8");
  await page.getByRole("radio", { name: "Turn" }).waitFor();
});
afterAll(async () => {
  await Promise.all([server.close(), embedder.close()]);
});
beforeEach(async () => {
  while (await dialog().isVisible()) await page.keyboard.press("Escape");
});

const dialog = () => page.getByRole("dialog", { name: "Open data" });
const button = (name: string) => dialog().getByRole("button", { name, exact: true });
/** Opens the dialog at one of the ways in. */
async function openDialog(way = "Files"): Promise<void> {
  await page.getByRole("button", { name: "Open data", exact: true }).click();
  await dialog().getByRole("tab", { name: way }).click();
}
const dataset = () => page.getByRole("combobox", { name: "Dataset" }).textContent();

test("the arrow keys go round the ways in, and the tabs of the panel and of a sheet", async () => {
  const chosen = (within: Locator) => within.getByRole("tab", { selected: true }).textContent();
  await openDialog();
  await page.keyboard.press("ArrowDown");
  await expect.poll(() => chosen(dialog())).toBe("Paste");
  await page.keyboard.press("ArrowUp");
  await expect.poll(() => chosen(dialog())).toBe("Files");
  await page.keyboard.press("ArrowUp");
  await expect.poll(() => chosen(dialog())).toBe("Kept here");
  await page.getByRole("tabpanel", { name: "Kept here" }).waitFor();
  await page.keyboard.press("Escape");
  await dialog().waitFor({ state: "detached" });

  await page.getByRole("button", { name: "Export" }).click();
  const sheet = page.getByRole("dialog", { name: "Export" });
  await sheet.getByRole("tab", { name: "Film" }).click();
  await page.keyboard.press("ArrowRight");
  await expect.poll(() => chosen(sheet)).toBe("Tables");
  await page.keyboard.press("Escape");
  await sheet.waitFor({ state: "detached" });

  await page.evaluate(() => window.matryoscope.setState({ panel: "points" }));
  await page.getByRole("tab", { name: "Points" }).focus();
  await page.keyboard.press("ArrowLeft");
  await page.getByRole("tabpanel", { name: "Compare" }).waitFor();
  await page.evaluate(() => window.matryoscope.setState({ panel: "none" }));
});

/** Opens what was found, and waits for its first frame. */
async function open(): Promise<void> {
  await button("Open").click();
  await dialog().waitFor({ state: "detached" });
  await page.waitForFunction(() => window.matryoscope.frame() !== null);
}

/** Drops files on the page, as the browser hands them to it. */
async function drop(files: { name: string; bytes: Buffer }[], wait = true): Promise<void> {
  const parts = files.map(({ name, bytes }) => ({ name, base64: bytes.toString("base64") }));
  await page.evaluate(async (given) => {
    const transfer = new DataTransfer();
    for (const { name, base64 } of given) {
      const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
      transfer.items.add(new File([bytes], name));
    }
    for (const type of ["dragenter", "dragover", "drop"]) {
      const init = { dataTransfer: transfer, bubbles: true, cancelable: true };
      document.querySelector(".cloud")!.dispatchEvent(new DragEvent(type, init));
    }
  }, parts);
  if (wait) await button("Open").waitFor();
}

test("a file that is dropped is looked at first, and opened without a request to anyone", async () => {
  // All of the space before has arrived: what is asked for from now on is asked for by what is done here.
  await page.evaluate(() => window.matryoscope.setState({ k: 1536 }));
  await page.locator("input[type=search]:enabled").waitFor();
  const asked: string[] = [];
  const note = (request: { url(): string }) => asked.push(request.url());
  // With the dialog open, which the target for drops lies over.
  await openDialog();
  await drop([{ name: "mine.npy", bytes: readFileSync(MATRIX) }]);
  await dialog().getByText("500 rows × 96 dimensions").waitFor();
  expect(
    await dialog()
      .getByText(/^lengths/)
      .textContent(),
  ).toBe("lengths 4.75 to 8.44");
  expect(await dataset()).toContain("WordNet");
  page.on("request", note);
  await open();
  await page.evaluate(() => window.matryoscope.setState({ k: 96 }));
  page.off("request", note);
  // The page fetches parts of itself; nothing else is asked for anything.
  const own = new URL("assets/", page.url().split("#")[0]).href;
  expect(asked.filter((url) => !url.startsWith(own) && !url.startsWith("blob:"))).toEqual([]);
  expect(await dataset()).toContain("mine");
  expect(await page.getByRole("slider", { name: "Dimensions" }).getAttribute("aria-valuetext")).toBe(
    "96 of 96 dimensions",
  );
});

test("files are chosen from the machine, as a sample of a name and precision of the user's choice", async () => {
  await openDialog();
  await dialog().getByLabel("Files to open").setInputFiles(MATRIX);
  await dialog().getByRole("textbox", { name: "Name of the space" }).fill("My <b>vectors</b>");
  await dialog().getByRole("radio", { name: "A random sample" }).check();
  await dialog().getByRole("spinbutton", { name: "Rows drawn" }).fill("120");
  await dialog()
    .getByRole("radio", { name: /^float16/ })
    .check();
  expect(await dialog().getByRole("combobox", { name: "Vectors" }).textContent()).toBe("matrix.npy · 96 dims");
  await open();
  expect(await dataset()).toContain("My <b>vectors</b>");
  expect(await dataset()).toContain("120 of 500");
  expect(await page.evaluate(() => window.matryoscope.frame()!.scores.length)).toBe(360);
});

test("a bad file after a good one is told in the dialog, and the space that was open stays", async () => {
  const before = await dataset();
  await drop([{ name: "broken.npy", bytes: readFileSync(MATRIX).subarray(0, 5_000) }], false);
  const alert = dialog().getByRole("alert");
  await alert.getByText("broken.npy").waitFor();
  expect(await dialog().getByRole("button", { name: "Choose files…" }).isVisible()).toBe(true);
  await drop([{ name: "matrix.npy", bytes: readFileSync(MATRIX) }]);
  expect(await alert.count()).toBe(0);
  await button("Cancel").click();
  await dialog().waitFor({ state: "detached" });
  expect(await dataset()).toBe(before);
  expect(await page.evaluate(() => window.matryoscope.frame() !== null)).toBe(true);
});

test("what was typed is still there when the dialog is opened again", async () => {
  await openDialog("Hugging Face");
  await dialog().getByRole("textbox", { name: "Name of the dataset" }).fill("no owner");
  await page.keyboard.press("Enter");
  await dialog().getByRole("alert").getByText("“no owner” is no name of a dataset.").waitFor();
  await button("Close").click();
  await dialog().waitFor({ state: "detached" });
  await page.keyboard.press("o");
  expect(await dialog().getByRole("textbox", { name: "Name of the dataset" }).inputValue()).toBe("no owner");
});

test("rows that were left out are counted, and listed in a file with place and reason", async () => {
  const bytes = Buffer.from(readFileSync(MATRIX));
  // Behind the header of 128 bytes: the first value of the fourth row, the last of the 500th.
  bytes.writeFloatLE(Number.NaN, 128 + 3 * 96 * 4);
  bytes.writeFloatLE(Number.POSITIVE_INFINITY, 128 + (500 * 96 - 1) * 4);
  await drop([{ name: "holes.npy", bytes }]);
  await open();
  await page.getByText("2 rows were left out.").waitFor();
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Save the list as CSV" }).click(),
  ]);
  expect(download.suggestedFilename()).toBe("holes-rows-left-out.csv");
  const lines = readFileSync(await download.path(), "utf8")
    .trim()
    .split("\r\n");
  expect(lines.map((line) => line.split(",")[0])).toEqual(["row", "4", "500"]);
  expect(lines[1]).toContain("dimension 1 that is not a finite number");
  expect(lines[2]).toContain("dimension 96 that is not a finite number");
});

/** Asks for a file of the server by its address. */
async function address(url: string): Promise<void> {
  await openDialog("Address");
  await dialog()
    .getByRole("textbox", { name: /^Address/ })
    .fill(url);
  await button("Look at it").click();
}

test("a file is opened by its address, and its host is named before it is asked", async () => {
  const url = `${server.url}/far.npy`;
  await openDialog("Address");
  await dialog()
    .getByRole("textbox", { name: /^Address/ })
    .fill(url);
  await dialog()
    .getByText(`${new URL(url).host} is asked for the file`)
    .waitFor();
  expect(server.seen).toEqual([]);
  await button("Look at it").click();
  await dialog().getByText("500 rows × 96 dimensions").waitFor();
  await open();
  expect(await dataset()).toContain("far");
});

test("opening is cancelled in the middle, and all is as it was", async () => {
  const before = await dataset();
  await address(`${server.url}/far.npy`);
  await button("Open").waitFor();
  await dialog().getByRole("textbox", { name: "Name of the space" }).fill("never");
  let goOn: (value?: unknown) => void = () => {};
  server.faults.push({ path: "far.npy", stall: new Promise((resolve) => (goOn = resolve)) });
  await button("Open").click();
  await dialog().getByRole("progressbar").waitFor();
  await button("Cancel").click();
  goOn();
  await dialog().getByRole("progressbar").waitFor({ state: "detached" });
  expect(await dialog().getByRole("textbox", { name: "Name of the space" }).inputValue()).toBe("never");
  expect(await dialog().getByRole("alert").count()).toBe(0);
  await button("Cancel").click();
  expect(await dataset()).toBe(before);
  await page.evaluate(() => window.matryoscope.setState({ k: 12 }));
  expect(await page.evaluate(() => window.matryoscope.frame()!.k)).toBe(12);
});

test("texts are embedded by an endpoint, which is named beforehand, as is what it costs; cancelled, it goes on from there", async () => {
  const field = (name: string | RegExp) => dialog().getByRole("textbox", { name });
  const texts = Array.from({ length: 130 }, (_, i) => `the text of number ${i}`);
  embedder.key = "sk-secret";
  await openDialog("Embed texts");
  await field("Texts, one a line").fill(texts.join("\n"));
  await dialog().getByRole("combobox", { name: "Service" }).selectOption("Ollama");
  await field("Base URL").fill(`${embedder.url}/v1`);
  await field("Model").fill("small");
  await dialog().getByLabel("Key", { exact: true }).fill("sk-secret");
  await dialog().getByRole("spinbutton", { name: "Price per million tokens" }).fill("1000");
  await dialog()
    .getByText(/^About \d+ tokens, which cost about \d\.\d\d\.$/)
    .waitFor();
  await dialog()
    .getByText(`The texts are sent to ${new URL(embedder.url).host}`)
    .waitFor();
  expect(embedder.seen).toEqual([]);

  // One of its three requests does not come back.
  embedder.faults.push({ path: "/embeddings", stall: new Promise(() => {}) });
  await button("Embed 130 texts").click();
  await dialog()
    .getByText(/^Embedding (66|128) of 130 texts/)
    .waitFor();
  await button("Cancel").click();
  await dialog()
    .getByRole("button", { name: /^Go on with the other (64|2)$/ })
    .click();
  await dialog().getByText("130 rows × 16 dimensions").waitFor();
  expect(new Set(embedder.inputs().flat())).toEqual(new Set(texts));
  await open();
  await page.evaluate(() => window.matryoscope.setState({ sel: [129], panel: "points" }));
  await page.locator("article").getByRole("heading", { name: texts[129], exact: true }).waitFor();
  await page.evaluate(() => window.matryoscope.setState({ sel: [], panel: "none" }));

  const kept = await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }, location.href]));
  expect(kept).not.toContain("sk-secret");
});

/** How many spaces are kept as a whole. */
function manifestsKept(): Promise<number> {
  return page.evaluate(async () => {
    const root = await navigator.storage.getDirectory();
    const shelf = await root.getDirectoryHandle("spaces", { create: true });
    let count = 0;
    for await (const space of shelf.values()) {
      const manifest = await (space as FileSystemDirectoryHandle).getFileHandle("dataset.json").catch(() => null);
      if (manifest && (await manifest.getFile()).size > 0) count++;
    }
    return count;
  });
}

test("a space is kept in this browser if the user says so, opened again from there, and removed", async () => {
  await drop([{ name: "keepsake.npy", bytes: readFileSync(MATRIX) }]);
  await dialog().getByRole("checkbox", { name: "Keep in this browser" }).check();
  await open();
  const scoresAtAll = () =>
    page.evaluate(async () => {
      await window.matryoscope.setState({ k: 96 });
      return [...window.matryoscope.frame()!.scores.slice(0, 30)];
    });
  const scores = await scoresAtAll();
  // Whoever sees all of it has it kept: another space ends the worker that writes it.
  expect(await manifestsKept()).toBe(1);
  await drop([{ name: "other.npy", bytes: readFileSync(MATRIX) }]);
  await open();

  await openDialog("Kept here");
  const kept = dialog().getByRole("list", { name: "Kept spaces" });
  await kept.getByText("500 × 96").waitFor();
  await button("Open keepsake").click();
  await dialog().waitFor({ state: "detached" });
  await page.waitForFunction(() => window.matryoscope.frame() !== null);
  expect(await dataset()).toContain("keepsake");
  expect(await scoresAtAll()).toEqual(scores);
  await openDialog("Kept here");
  await button("Remove keepsake").click();
  await dialog().getByText("Nothing is kept yet.").waitFor();
});

test("what a closed page left half written in this browser is removed in time, and not while it may go on", async () => {
  const folders = (write = false) =>
    page.evaluate(async (write) => {
      const root = await navigator.storage.getDirectory();
      const shelf = await root.getDirectoryHandle("spaces", { create: true });
      if (write) {
        const left = await shelf.getDirectoryHandle("left", { create: true });
        const writer = await (await left.getFileHandle("vectors.npy", { create: true })).createWritable();
        await writer.write(new Uint8Array(1000));
        await writer.close();
      }
      const names: string[] = [];
      for await (const name of shelf.keys()) names.push(name);
      return names;
    }, write);
  expect(await folders(true)).toEqual(["left"]);
  await openDialog("Kept here");
  await dialog().getByText("Nothing is kept yet.").waitFor();
  expect(await folders()).toEqual(["left"]);
  await page.keyboard.press("Escape");
  await dialog().waitFor({ state: "detached" });
  await page.evaluate(() => {
    const { now } = Date;
    Date.now = () => now() + 2 * 3_600_000;
    Object.assign(window, { restoreClock: () => Object.assign(Date, { now }) });
  });
  await openDialog("Kept here");
  await expect.poll(() => folders()).toEqual([]);
  await page.evaluate(() => (window as unknown as { restoreClock(): void }).restoreClock());
  await page.keyboard.press("Escape");
  await dialog().waitFor({ state: "detached" });
});

test("markup and marks of direction in titles, texts and labels are shown as text, everywhere", async () => {
  const bad = (name: string) => `<img src=x onerror="window.ran = true"><b>${name}</b>`;
  const folder = mkdtempSync(join(tmpdir(), "matryoscope-"));
  const manifest = { name: "m", title: bad("space"), rows: 500, dims: 96, dtype: "f4" };
  const files = { vectors: "vectors.npy", points: "points.parquet" };
  writeFileSync(join(folder, "dataset.json"), JSON.stringify({ ...manifest, files }));
  const values = new Uint8Array(Float32Array.from({ length: 500 * 96 }, (_, at) => Math.sin(at)).buffer);
  writeFileSync(join(folder, "vectors.npy"), npyBytes("<f4", true, [500, 96], values));
  const column = (name: string, data: string[]) => ({ name, type: "STRING" as const, data, nullable: false });
  const titles = Array.from({ length: 500 }, (_, row) => bad(`\u202etitle ${row}`));
  const columnData = [
    column("title", titles),
    column(
      "text",
      titles.map((_, row) => bad(`text ${row}`)),
    ),
    column(
      "category",
      titles.map((_, row) => bad(`label ${row % 3}`)),
    ),
  ];
  writeFileSync(join(folder, "points.parquet"), Buffer.from(parquetWriteBuffer({ columnData })));
  await openDialog();
  await dialog().getByLabel("Folder to open").setInputFiles(folder);
  await dialog()
    .getByRole("heading", { name: bad("space") })
    .waitFor();
  await open();

  expect(await dataset()).toContain(bad("space"));
  // The columns and the table of points come by themselves, and their files must be there till then.
  await page.evaluate(() => window.matryoscope.setState({ k: 96 }));
  await page.locator("input[type=search]:enabled").waitFor();
  rmSync(folder, { recursive: true });
  await page.evaluate(() => window.matryoscope.setState({ color: "category" }));
  await page
    .getByRole("region", { name: "Legend" })
    .getByRole("button", { name: bad("label 0") })
    .waitFor();
  await page.evaluate(() => window.matryoscope.setState({ sel: [7], panel: "points" }));
  await page.locator("article").getByRole("heading", { name: titles[7] }).waitFor();
  await page.getByText(bad("text 7")).waitFor();
  await page.locator(".cloud").getByText(titles[7], { exact: true }).first().waitFor();
  await page.getByRole("searchbox").fill("title 12");
  const found = page.getByRole("list", { name: "Found" }).getByRole("button", { name: titles[12] });
  await found.hover();
  await page.locator(".hover-card").getByText(titles[12]).waitFor();
  await page.evaluate(() => window.matryoscope.setState({ q: "", panel: "table" }));
  await page.getByRole("table").getByRole("button", { name: titles[0] }).waitFor();
  expect(await page.evaluate(() => "ran" in window)).toBe(false);
  expect(await page.locator("img[src=x], .app b").count()).toBe(0);
});

test("a table that was copied elsewhere is pasted anywhere on the page", async () => {
  const row = (i: number) => [
    `point ${i}`,
    ["red", "green"][i % 2],
    ...Array.from({ length: 8 }, (_, j) => ((i * 7 + j * 3) % 11) / 8),
  ];
  const cells = [
    ["title", "category", ...Array.from({ length: 8 }, (_, j) => `d${j}`)],
    ...Array.from({ length: 20 }, (_, i) => row(i)),
  ];
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.evaluate((text) => navigator.clipboard.writeText(text), cells.map((line) => line.join("\t")).join("\n"));
  await page.getByRole("img", { name: "Point cloud" }).focus();
  await page.keyboard.press("Control+v");
  await dialog().getByText("20 rows × 8 dimensions").waitFor();
  expect(await dialog().getByRole("combobox", { name: "Titles" }).inputValue()).toBe("title");
  await open();
  expect(await dataset()).toContain("20 × 8");
});

test("a picture on another server is asked for when someone says so, and not before", async () => {
  const svg = "<svg xmlns='http://www.w3.org/2000/svg' width='8' height='8'><rect width='8' height='8'/></svg>";
  server.files.set("picture.svg", { body: Buffer.from(svg), type: "image/svg+xml" });
  const lines = Array.from({ length: 20 }, (_, row) => {
    const picture = row === 1 ? `data:image/svg+xml;base64,${btoa(svg)}` : `${server.url}/picture.svg`;
    return `point ${row},"${picture}","[${Array.from({ length: 8 }, (_, dim) => Math.sin(row * 8 + dim))}]"`;
  });
  await drop([{ name: "pictures.csv", bytes: Buffer.from(["title,picture,embedding", ...lines].join("\n")) }]);
  await dialog().getByRole("combobox", { name: "Pictures" }).selectOption("picture");
  await open();
  await page.locator("input[type=search]:enabled").waitFor();
  const show = (row: number) =>
    page.evaluate((sel) => window.matryoscope.setState({ sel: [sel], panel: "points" }), row);
  const picture = (row: number) => page.getByRole("img", { name: `point ${row}`, exact: true });
  const asked = () => server.seen.filter(({ path }) => path.endsWith("picture.svg")).length;
  await show(1);
  await picture(1).waitFor();
  await show(2);
  const load = page.getByRole("button", { name: `Load pictures from ${new URL(server.url).host}` });
  await load.waitFor();
  expect(asked()).toBe(0);
  await load.click();
  await picture(2).waitFor();
  await page.waitForFunction(() => document.querySelector<HTMLImageElement>(".point-picture")?.naturalWidth === 8);
  expect(asked()).toBe(1);
});
