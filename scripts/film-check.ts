/**
 * Makes films with the app and holds them against each other, against ffmpeg, and against the stage of the page.
 *
 *   npx tsx scripts/film-check.ts [--space wordnet-mrl-3072] [--seconds 8] [--long PICTURES|all] [--stage] [--out FOLDER]
 *
 * It needs Chromium and ffmpeg. `--long` makes the first pictures of a two-minute 4K film instead, or all of it, and prints
 * the memory that the browser holds meanwhile; `--stage` holds pictures against the stage alone.
 */
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { unzipSync } from "fflate";
import { chromium, type Page } from "playwright-core";
import { createServer } from "vite";
import { launch } from "./film-check/launch";
import { stagePicture } from "./film-check/stage-picture";
import { treeBytes } from "./film-check/tree-bytes";

const { values: options } = parseArgs({
  options: {
    space: { type: "string", default: "wordnet-mrl-3072" },
    seconds: { type: "string", default: "8" },
    long: { type: "string" },
    stage: { type: "boolean", default: false },
    out: { type: "string", default: join(tmpdir(), "film-check") },
  },
});
const FPS = 30;
const FORMATS = { "mp4-avc": "mp4", "mp4-av1": "mp4", "webm-vp9": "webm", gif: "gif", png: "zip" } as const;
type Format = keyof typeof FORMATS;

mkdirSync(options.out, { recursive: true });
// The page as it is developed: its modules can be asked for what a built page keeps to itself.
const server = await createServer({
  // Found while the page is open, they would have it loaded anew.
  optimizeDeps: { include: ["mediabunny", "gifenc", "client-zip"] },
  server: { host: "127.0.0.1", port: 0, fs: { strict: false }, hmr: false },
  logLevel: "error",
});
await server.listen();
const launched = await launch();
const browser = await chromium.connectOverCDP(launched.endpoint);
try {
  const page = await open();
  if (options.long) await memory(page, options.long === "all" ? Number.POSITIVE_INFINITY : Number(options.long));
  else if (options.stage) await againstStage(page);
  else await check(page);
} finally {
  await browser.close();
  launched.end();
  await server.close();
}

async function open(): Promise<Page> {
  // The context of the profile: any other is private, and a private one keeps its files in memory.
  const page = await browser.contexts()[0].newPage();
  await page.setViewportSize({ width: 1280, height: 860 });
  page.on("pageerror", (error) => console.error(error));
  page.setDefaultTimeout(20 * 60_000);
  // What tsx calls to keep the names of functions, which are sent to the page without it.
  await page.addInitScript("globalThis.__name = (named) => named");
  await page.addInitScript(() => {
    localStorage.setItem("matryoscope.first-steps", "done");
    // No picker where nobody can pick: the film goes into the browser's own file system, and is downloaded from there.
    Reflect.deleteProperty(window, "showSaveFilePicker");
  });
  await page.goto(`${server.resolvedUrls?.local[0]}#data=${options.space}&k=512`);
  await page.evaluate(() => window.matryoscope.ready);
  // What the server found the page to need while it loaded is ready for a second load.
  await page.waitForTimeout(6000);
  await page.reload();
  await page.evaluate(() => window.matryoscope.ready);
  await page.getByRole("button", { name: "Export" }).click();
  await page.getByRole("tab", { name: "Film" }).click();
  await page.getByLabel("Frames per second").selectOption(String(FPS));
  return page;
}

async function make(page: Page, format: Format, name: string): Promise<string> {
  await page.getByLabel("Format").selectOption(format);
  const downloading = page.waitForEvent("download");
  const begun = performance.now();
  await page.getByRole("button", { name: "Make the film" }).click();
  const download = await downloading;
  const path = join(options.out, `${name}.${FORMATS[format]}`);
  await download.saveAs(path);
  const bytes = readFileSync(path).length;
  console.log(`${name}: ${((performance.now() - begun) / 1000).toFixed(1)} s to make, ${(bytes / 1e6).toFixed(2)} MB`);
  return path;
}

async function check(page: Page): Promise<void> {
  await page.getByLabel("Seconds").fill(options.seconds);
  await page.getByLabel("Size in pixels").selectOption("480");
  const pngs = unzipped(await make(page, "png", "film"), "film");
  const again = unzipped(await make(page, "png", "film-again"), "film-again");
  console.log(`PNG sequence: ${pngs.hashes.length} pictures; made twice, equal: ${equal(pngs.hashes, again.hashes)}`);
  for (const format of ["mp4-avc", "mp4-av1", "webm-vp9", "gif"] as const) {
    const path = await make(page, format, format);
    const second = await make(page, format, `${format}-again`);
    console.log(`  ${probe(path)}`);
    console.log(`  against the PNG sequence: ${likeness(path, pngs.pattern)}`);
    const same = readFileSync(path).equals(readFileSync(second));
    console.log(`  made twice, equal bytes: ${same}; equal decoded frames: ${framesHash(path) === framesHash(second)}`);
  }
  await againstStage(page);
}

/** Holds pictures without words against the stage of the page, at the same dims, size and camera: to the last bit. */
async function againstStage(page: Page): Promise<void> {
  await page.getByRole("radio", { name: "1:1" }).check();
  await page.getByLabel("Seconds").fill("2");
  await page.getByLabel("Names and figures").uncheck();
  await page.getByLabel("Profile track").uncheck();
  const { pattern, count } = unzipped(await make(page, "png", "bare"), "bare");
  for (const index of [0, 12, 20, 30, 40, 50, count - 1]) {
    const png = readFileSync(pattern.replace("%04d", String(index + 1).padStart(4, "0"))).toString("base64");
    const { k, between, differing, pixels, drawn } = await page.evaluate(stagePicture, { index, png });
    const where = between ? `between ${between[0]} and ${between[1]} dims` : `at ${k} dims`;
    console.log(
      `  stage, picture ${index} ${where}: ${differing} of ${pixels} pixels differ (${drawn} are not ground)`,
    );
  }
}

/** Prints what the browser holds while a two-minute 4K film is made, and gives it up after so many pictures of it. */
async function memory(page: Page, pictures: number): Promise<void> {
  await page.getByLabel("Seconds").fill("120");
  await page.getByLabel("Size in pixels").selectOption("2160");
  await page.getByLabel("Format").selectOption("mp4-avc");
  const { pid } = launched;
  console.log(`before: ${megabytes(treeBytes(pid))} in all processes of the browser`);
  await page.getByRole("button", { name: "Make the film" }).click();
  const downloading = page.waitForEvent("download", { timeout: 0 });
  // Given up, a film is never downloaded.
  downloading.catch(() => {});
  const begun = performance.now();
  const step = Math.min(pictures, 120 * FPS) / 12;
  let most = 0;
  for (let done = 0, told = 0; done < pictures; ) {
    await page.waitForTimeout(1000);
    most = Math.max(most, treeBytes(pid));
    const status = await page.locator(".film .sheet-foot").innerText();
    if (status.includes("is made")) break;
    done = Number(/Picture ([\d,]+)/.exec(status)?.[1].replaceAll(",", "") ?? done);
    if (done < told + step) continue;
    told = done;
    console.log(`picture ${done} (${/\w+ \w+ left/.exec(status)?.[0] ?? "begun"}): ${megabytes(treeBytes(pid))}`);
  }
  console.log(`at most ${megabytes(most)}, looked at each second`);
  if (Number.isFinite(pictures)) return page.getByRole("button", { name: "Cancel" }).click();
  const path = join(options.out, "long.mp4");
  await (await downloading).saveAs(path);
  const minutes = ((performance.now() - begun) / 60_000).toFixed(1);
  console.log(`made in ${minutes} minutes: ${(statSync(path).size / 1e6).toFixed(0)} MB\n  ${probe(path)}`);
}

function unzipped(path: string, name: string) {
  const folder = join(options.out, name);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder);
  const entries = Object.entries(unzipSync(readFileSync(path)));
  for (const [file, bytes] of entries) writeFileSync(join(folder, file), bytes);
  const hashes = readdirSync(folder).map((file) => hash(readFileSync(join(folder, file))));
  return { pattern: join(folder, "%04d.png"), count: entries.length, hashes };
}

function probe(path: string): string {
  const fields = "stream=codec_name,pix_fmt,width,height,nb_read_frames,avg_frame_rate:format=duration";
  return run("ffprobe", ["-v", "error", "-count_frames", "-show_entries", fields, "-of", "compact=nk=0", path])
    .trim()
    .replaceAll("\n", " ");
}

function likeness(path: string, pattern: string): string {
  const rate = String(FPS);
  const count = `format=rgb24,settb=1/${rate},setpts=N`;
  const graph = `[0:v]${count}[a];[1:v]${count}[b];[a][b]psnr`;
  const inputs = ["-i", path, "-framerate", rate, "-i", pattern];
  const { stderr } = spawnSync("ffmpeg", ["-hide_banner", ...inputs, "-lavfi", graph, "-f", "null", "-"]);
  return /PSNR.*/.exec(stderr.toString())?.[0] ?? stderr.toString().slice(-400);
}

function framesHash(path: string): string {
  return run("ffmpeg", ["-v", "error", "-i", path, "-vsync", "passthrough", "-f", "framemd5", "-"]);
}

function hash(bytes: Buffer): string {
  return createHash("sha256").update(bytes).digest("hex");
}

function equal(a: string[], b: string[]): boolean {
  return a.length === b.length && a.every((one, i) => one === b[i]);
}

function megabytes(bytes: number): string {
  return `${Math.round(bytes / 1e6)} MB`;
}

function run(command: string, args: string[]): string {
  const { stdout, stderr, status } = spawnSync(command, args, { maxBuffer: 1e8 });
  if (status !== 0) throw new Error(`${command}: ${stderr}`);
  return stdout.toString();
}
