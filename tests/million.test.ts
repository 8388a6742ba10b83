import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { PerspectiveCamera, Vector3 } from "three";
import { afterAll, beforeAll, expect, test } from "vitest";
import { seeded } from "../data/random";
import { FIELD_OF_VIEW, frameInto } from "../src/scene/framing";
import { testBrowser } from "./support/browser";
import { generatedSpace } from "./support/generated";
import { type Site, startSite } from "./support/site";

const ROWS = 1_000_000;
const DIMS = 8;
const REACH = 10;
const VIEW = { width: 1440, height: 900 };
const browser = testBrowser(["--enable-precise-memory-info"]);
let site: Site;
beforeAll(async () => {
  site = await startSite({ instead: generatedSpace("million", { rows: ROWS, dims: DIMS, labelled: true }) });
});
afterAll(() => site.close());

/** The exact scores of the page, brought here as they are. */
async function scoresOf(page: Page): Promise<{ scores: Float32Array; rms: number }> {
  const { text, rms } = await page.evaluate(async () => {
    const { scores } = window.matryoscope.frame()!;
    const squares = scores.reduce((sum, score) => sum + score * score, 0);
    const reader = new FileReader();
    const read = new Promise((resolve) => reader.addEventListener("load", resolve));
    reader.readAsDataURL(new Blob([scores as Float32Array<ArrayBuffer>]));
    await read;
    return { text: String(reader.result), rms: Math.sqrt((3 * squares) / scores.length) };
  });
  const bytes = Buffer.from(text.slice(text.indexOf(",") + 1), "base64");
  return { scores: new Float32Array(bytes.buffer, bytes.byteOffset, bytes.length / 4), rms };
}

/** Where every row is on screen, worked out here with three's camera and what the panels measure. */
async function placesOf(page: Page, scores: Float32Array, rms: number) {
  const insets = await page.evaluate(() => {
    const size = (selector: string) => document.querySelector<HTMLElement>(selector)!;
    return {
      top: size(".top-bar").offsetHeight,
      right: 24,
      bottom: size(".timeline").offsetHeight,
      left: size(".legend").offsetWidth,
    };
  });
  const { distance, offsetX, offsetY } = frameInto(VIEW.width, VIEW.height, insets);
  const camera = new PerspectiveCamera(FIELD_OF_VIEW, VIEW.width / VIEW.height, 0.05, 200);
  camera.setViewOffset(VIEW.width, VIEW.height, offsetX, offsetY, VIEW.width, VIEW.height);
  camera.position.set(0, 0, distance);
  camera.updateMatrixWorld();
  const places = new Float32Array(ROWS * 2);
  const depths = new Float32Array(ROWS);
  const point = new Vector3();
  for (let row = 0; row < ROWS; row++) {
    point.fromArray(scores, row * 3).divideScalar(rms);
    depths[row] = distance - point.z;
    point.project(camera);
    places[row * 2] = ((point.x + 1) / 2) * VIEW.width;
    places[row * 2 + 1] = ((1 - point.y) / 2) * VIEW.height;
  }
  return { places, depths };
}

/** Resident memory of all processes of the browser, where the system tells. */
async function megabytes(page: Page): Promise<number | null> {
  const session = await page.context().browser()!.newBrowserCDPSession();
  const { processInfo } = await session.send("SystemInfo.getProcessInfo");
  try {
    const shares = processInfo.map(({ id }) => {
      const [, kilobytes] = /^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${id}/smaps_rollup`, "utf8"))!;
      return Number(kilobytes) / 1024;
    });
    return Math.round(shares.reduce((sum, share) => sum + share, 0));
  } catch {
    return null;
  }
}

test("a million points open, are drawn in one call, and the pointer names the right one", async () => {
  const began = performance.now();
  const page = await browser.open(`#data=million&k=${DIMS}`, { base: site.url });
  const seconds = (performance.now() - began) / 1000;
  await page.getByRole("button", { name: /^amber/ }).waitFor();
  const labelled = (performance.now() - began) / 1000;
  await page.evaluate((k) => window.matryoscope.setState({ k }), DIMS);
  const { scores, rms } = await scoresOf(page);
  expect(scores).toHaveLength(ROWS * 3);
  const { places, depths } = await placesOf(page, scores, rms);

  await page.evaluate(() => {
    const watch = { moved: 0, latencies: [] as number[] };
    Object.assign(window, { watch });
    addEventListener("pointermove", () => {
      watch.moved = performance.now();
    });
    new MutationObserver(() => {
      const title = document.querySelector(".hover-title");
      if (title && watch.moved > 0) watch.latencies.push(performance.now() - watch.moved);
      watch.moved = 0;
    }).observe(document.querySelector(".cloud")!, { childList: true, characterData: true, subtree: true });
  });
  const random = seeded(5);
  const title = page.locator(".hover-title");
  let same = 0;
  let asked = 0;
  while (asked < 8) {
    const aim = Math.floor(random() * ROWS);
    const [x, y] = [Math.round(places[aim * 2]) + 1, Math.round(places[aim * 2 + 1]) - 1];
    const free = await page.evaluate(([left, top]) => document.elementFromPoint(left, top)?.tagName, [x, y]);
    if (free !== "CANVAS") continue;
    asked++;
    await page.mouse.move(720, 4);
    await title.waitFor({ state: "detached" });
    await page.mouse.move(x, y);
    const best = nearest(places, depths, x, y);
    let picked = -1;
    // The answer about the place before may come as late as that about this one.
    const distance = async () => {
      picked = Number(((await title.textContent()) ?? "").replace(/\D/g, "")) - 1;
      return Math.hypot(places[picked * 2] - x, places[picked * 2 + 1] - y);
    };
    // A texel of the pass is half a pixel: what lies under a nearer point there is not seen, and not named.
    await expect.poll(distance).toBeLessThanOrEqual(best.least + 2.75);
    if (picked === best.row) same++;
  }
  expect(same).toBeGreaterThanOrEqual(6);

  const { pictures, calls } = await page.evaluate(async () => {
    const seen = { pictures: 0, calls: [] as number[] };
    const { clear, drawArrays } = WebGL2RenderingContext.prototype;
    // A pass for the pointer draws into a target of its own, and is no picture.
    const onScreen = (gl: WebGL2RenderingContext) => gl.getParameter(gl.DRAW_FRAMEBUFFER_BINDING) === null;
    WebGL2RenderingContext.prototype.clear = function (mask) {
      if (onScreen(this)) seen.pictures++;
      clear.call(this, mask);
    };
    WebGL2RenderingContext.prototype.drawArrays = function (mode, first, count) {
      if (onScreen(this)) seen.calls.push(count);
      drawArrays.call(this, mode, first, count);
    };
    document.querySelector(".cloud-picture")!.dispatchEvent(new KeyboardEvent("keydown", { key: "+" }));
    // A picture of so many points takes as long as it takes: all of two, and none by half.
    while (seen.pictures < 2) await new Promise(requestAnimationFrame);
    return { ...seen };
  });
  expect(pictures).toBeGreaterThan(0);
  expect(calls).toEqual(new Array(pictures).fill(ROWS));

  const latencies = await page.evaluate(
    () => (window as unknown as { watch: { latencies: number[] } }).watch.latencies,
  );
  latencies.sort((a, b) => a - b);
  console.log(
    `1,000,000 × ${DIMS}: first frame after ${seconds.toFixed(1)} s, labels after ${labelled.toFixed(1)} s, ` +
      `${await megabytes(page)} MB in all processes, pick ${Math.round(latencies[latencies.length >> 1])} ms ` +
      `(median of ${latencies.length}), ${same} of ${asked} as by brute force`,
  );
});

/** The rule of the pick, over all rows: nearest in steps of two pixels, and of those equally near the one in front. */
function nearest(places: Float32Array, depths: Float32Array, x: number, y: number): { row: number; least: number } {
  let [row, ring, least] = [-1, Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  for (let other = 0; other < ROWS; other++) {
    const distance = Math.hypot(places[other * 2] - x, places[other * 2 + 1] - y);
    if (distance > REACH) continue;
    least = Math.min(least, distance);
    const own = Math.floor(distance / 2);
    if (own > ring || (own === ring && depths[other] >= depths[row])) continue;
    row = other;
    ring = own;
  }
  return { row, least };
}
