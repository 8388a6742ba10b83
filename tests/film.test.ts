import { readFile } from "node:fs/promises";
import { unzipSync } from "fflate";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { shareOf } from "../src/panels/timeline/axis";
import { layOut } from "../src/sharing/film/layout";
import { type FilmPath, momentAt } from "../src/sharing/film/path";
import { testBrowser } from "./support/browser";
import type { decodePictures } from "./support/decode-pictures";
import { settled } from "./support/settled";

const browser = testBrowser();

/** One film of a dozen pictures takes a few seconds here, in AV1 some more. */
const FILM_MS = 180_000;
const SIZE = { width: 426, height: 240 };
const COUNT = 12;
const path: FilmPath = { from: 4, to: 1536, seconds: 0.5, fps: 24, easing: "gentle", turn: 30, scale: "log" };

let page: Page;
let before: Buffer;
let films: Record<"png" | "pngAgain" | "mp4-avc" | "avcAgain" | "mp4-av1" | "webm-vp9" | "gif" | "gifAgain", Buffer>;

/** Files of the browser's own file system. */
const ownFiles = () =>
  page.evaluate(async () => {
    const root = await navigator.storage.getDirectory();
    const folder = await root.getDirectoryHandle("films", { create: true });
    const names: string[] = [];
    for await (const name of (folder as unknown as { keys(): AsyncIterable<string> }).keys()) names.push(name);
    return names.sort();
  });

/** The cloud with its names, once nothing of it moves. */
async function picture(): Promise<Buffer> {
  await settled(page);
  const shot = () => page.screenshot({ clip: { x: 330, y: 70, width: 900, height: 580 } });
  let last = await shot();
  for (let next = await shot(); !next.equals(last); next = await shot()) last = next;
  return last;
}

async function make(format: string): Promise<Buffer> {
  await page.getByLabel("Format").selectOption(format);
  const making = page.getByRole("button", { name: "Make the film" });
  const [download] = await Promise.all([page.waitForEvent("download", { timeout: FILM_MS }), making.click()]);
  await page.getByRole("status").filter({ hasText: "is made" }).waitFor();
  return readFile(await download.path());
}

beforeAll(async () => {
  page = await browser.open("#data=wordnet-plain-1536&k=512", { wait: false });
  // A test cannot choose where to save: without the picker the page writes into the browser's own file system.
  await page.evaluate(() => Reflect.deleteProperty(window, "showSaveFilePicker"));
  await page.evaluate(() => window.matryoscope.ready);
  await page.evaluate(() => window.matryoscope.setState({ k: 512 }));
  // What lies over the cloud is fetched after the first frame, and the names keep out from under it.
  await page.getByRole("radio", { name: "Turn" }).waitFor();
  await page.getByRole("button", { name: "Trails" }).waitFor();
  await page.getByRole("navigation", { name: "Panels" }).waitFor();
  await page.getByRole("region", { name: "First steps" }).waitFor();
  // The names of the groups come with the texts, behind the vectors.
  await page.waitForFunction(() =>
    [...document.querySelectorAll<HTMLElement>(".labels span")].some(({ style }) => style.opacity === "1"),
  );
  before = await picture();
  await page.getByRole("button", { name: "Export" }).click();
  await page.getByRole("tab", { name: "Film" }).click();
  await page.getByLabel("Seconds").fill("0.5");
  await page.getByLabel("Frames per second").selectOption("24");
  await page.getByLabel("Camera turns by degrees").fill("30");
  await page.getByLabel("Size in pixels").selectOption("240");
  films = {
    png: await make("png"),
    pngAgain: await make("png"),
    "mp4-avc": await make("mp4-avc"),
    avcAgain: await make("mp4-avc"),
    "mp4-av1": await make("mp4-av1"),
    "webm-vp9": await make("webm-vp9"),
    gif: await make("gif"),
    gifAgain: await make("gif"),
  };
}, 6 * FILM_MS);
afterAll(() => page?.context().close());

/** Decodes films by the browser's own decoders, in a page that is not ours and has no policy. */
async function decoded(): Promise<Record<string, Awaited<ReturnType<typeof decodePictures>>>> {
  const context = page.context();
  const other = await context.newPage();
  await other.goto(`${inject("page")}datasets/wordnet-plain-1536/dataset.json`);
  await other.addScriptTag({ path: "node_modules/mediabunny/dist/bundles/mediabunny.min.cjs" });
  const { decodePictures: decode } = await import("./support/decode-pictures");
  await other.evaluate(`window.decodePictures = ${decode.toString()}`);
  const { litRow, trackBox } = where();
  const pngs = Object.values(unzipSync(films.png)).map((bytes) => Buffer.from(bytes).toString("base64"));
  const answers: Record<string, Awaited<ReturnType<typeof decodePictures>>> = {};
  for (const format of ["png", "mp4-avc", "mp4-av1", "webm-vp9", "gif"] as const) {
    const film = format === "png" ? null : films[format].toString("base64");
    answers[format] = await other.evaluate(
      (asked) => (window as unknown as { decodePictures: typeof decodePictures }).decodePictures(asked),
      { film, pngs, litRow, trackBox },
    );
  }
  await other.close();
  return answers;
}

function where() {
  const { track } = layOut(SIZE, { text: true, track: true });
  if (!track) throw new Error("a film has a track");
  return { litRow: Math.round(track.top + 0.8 * track.height), trackBox: { left: track.left, width: track.width } };
}

test("a film has its size, its pictures and its time in every format, and each picture is the one it was made from", async () => {
  const answers = await decoded();
  for (const [format, film] of Object.entries(answers)) {
    expect([format, film.width, film.height, film.count]).toEqual([format, SIZE.width, SIZE.height, COUNT]);
    if (format !== "png") expect(film.seconds).toBeCloseTo(0.5, 2);
    // Against the PNG of the same number; points of two pixels are hard on an encoder, and other pictures are at 20.
    for (const decibels of film.likeness) expect(decibels, format).toBeGreaterThan(format === "png" ? 90 : 24);
    // Lit is the track up to the dims of the picture.
    film.lit.forEach((share, index) => {
      const at = shareOf(momentAt(path, index).place, { scale: "log", dims: 1536 });
      expect(Math.abs(share - at), `${format}, picture ${index}`).toBeLessThan(0.02);
    });
  }
  expect(answers.gif.repeats).toBe(Number.POSITIVE_INFINITY);
  // A film of one picture, or of nothing, would be as like.
  expect(Math.min(...answers.png.toNext)).toBeLessThan(25);
});

test("made twice, a film is the same", () => {
  expect(films.png.equals(films.pngAgain)).toBe(true);
  expect(films.gif.equals(films.gifAgain)).toBe(true);
  // Behind the header, which tells the time. So small a picture is one slice to Chromium's encoder of H.264; a larger
  // one it divides among the cores, by how long each part of the picture before took.
  const pictures = (film: Buffer) => film.subarray(film.indexOf("mdat"));
  expect(pictures(films["mp4-avc"]).equals(pictures(films.avcAgain))).toBe(true);
});

test("a film that is given up leaves nothing behind, and the view is as it was", async () => {
  const filesBefore = await ownFiles();
  await page.getByLabel("Seconds").fill("60");
  await page.getByLabel("Format").selectOption("webm-vp9");
  await page.getByRole("button", { name: "Make the film" }).click();
  await page.getByRole("progressbar", { name: "Making the film" }).waitFor();
  await page.getByText(/Picture [2-9]/).waitFor();
  expect((await ownFiles()).length).toBeGreaterThan(filesBefore.length);
  await page.getByRole("button", { name: "Cancel" }).click();
  await page.getByRole("status").filter({ hasText: "nothing of it is left" }).waitFor();
  await expect.poll(ownFiles).toEqual(filesBefore);
  await page.keyboard.press("Escape");
  await page.getByRole("dialog").waitFor({ state: "detached" });
  await expect.poll(async () => (await picture()).equals(before)).toBe(true);
});
