import type { Page } from "playwright-core";
import { expect, inject, test } from "vitest";
import { testBrowser } from "./support/browser";

const browser = testBrowser([], "quickPage");

/** The middle of the picture as it is seen, without the words over it: a PNG in base64. */
async function picture(page: Page): Promise<string> {
  const clip = { x: 300, y: 100, width: 800, height: 550 };
  return (await page.screenshot({ clip, style: ".labels { visibility: hidden }" })).toString("base64");
}

/** The same once nothing moves in it any more. */
async function pictureAtRest(page: Page): Promise<string> {
  let seen = "";
  const still = async () => {
    const before = seen;
    seen = await picture(page);
    return seen === before;
  };
  await expect.poll(still, { interval: 400 }).toBe(true);
  return seen;
}

/** The share of pixels that differ. */
function difference(page: Page, one: string, other: string): Promise<number> {
  return page.evaluate(
    async (pictures) => {
      const [a, b] = await Promise.all(
        pictures.map(async (png) => {
          const image = await createImageBitmap(await (await fetch(`data:image/png;base64,${png}`)).blob());
          const context = new OffscreenCanvas(image.width, image.height).getContext("2d")!;
          context.drawImage(image, 0, 0);
          return new Uint32Array(context.getImageData(0, 0, image.width, image.height).data.buffer);
        }),
      );
      return a.reduce((count, pixel, i) => count + Number(pixel !== b[i]), 0) / a.length;
    },
    [one, other],
  );
}

/** Takes the graphics away, as a driver does, or gives them back. */
const driver = (page: Page, does: "loseContext" | "restoreContext") =>
  page.evaluate((call) => {
    const kept = window as unknown as { driver: WEBGL_lose_context };
    kept.driver ??= document.querySelector("canvas")!.getContext("webgl2")!.getExtension("WEBGL_lose_context")!;
    kept.driver[call]();
  }, does);

test("graphics that are lost in mid-play come back: the same k, the same camera, still playing", async () => {
  const page = await browser.open("#data=wordnet-mrl-3072&k=512", { bypassCSP: true });
  await page.evaluate(() => window.matryoscope.setState({ k: 3072 }));
  await page.evaluate(() => window.matryoscope.setState({ k: 64 }));
  const cloud = page.getByRole("img", { name: "Point cloud" });
  const slider = page.getByRole("slider", { name: "Dimensions" });
  const k = async () => Number(await slider.getAttribute("aria-valuenow"));
  await cloud.focus();
  for (let i = 0; i < 4; i++) await cloud.press("ArrowLeft");
  // Slowly: what is lost is back before Play is far, however long the machine takes over it.
  await page.evaluate(() =>
    window.matryoscope.setState({ play: { speed: 0.25, direction: "up", loop: false, from: 4, to: null } }),
  );
  await page.getByRole("button", { name: "Play", exact: true }).click();
  await expect.poll(k).toBeGreaterThan(70);
  const before = await k();
  await driver(page, "loseContext");
  await page.getByRole("status").filter({ hasText: "graphics driver" }).waitFor();
  expect(await page.getByRole("button", { name: "Pause" }).count()).toBe(1);
  await driver(page, "restoreContext");
  await expect.poll(() => page.getByRole("status").filter({ hasText: "graphics driver" }).count()).toBe(0);
  expect(await page.getByRole("button", { name: "Pause" }).count()).toBe(1);
  // It went on from where it was: two minutes for all dims, and this was a moment.
  const after = await k();
  expect(after).toBeGreaterThanOrEqual(before);
  expect(after).toBeLessThan(before * 4);
  await expect.poll(k).toBeGreaterThan(after);
  await page.getByRole("button", { name: "Pause" }).click();

  // At rest the picture that comes back is the one that was lost, to the last pixel: the same k, the same camera.
  await page.evaluate(async () => window.matryoscope.setState({ k: window.matryoscope.getState().k }));
  // Away from the points: the cloud reaches under the bar, and the card of a hovered one is no part of it.
  await page.getByRole("button", { name: "Help" }).hover();
  const kept = await pictureAtRest(page);
  const atRest = await k();
  await driver(page, "loseContext");
  await page.getByRole("status").filter({ hasText: "graphics driver" }).waitFor();
  // Points cover a good part of it.
  expect(await difference(page, await picture(page), kept)).toBeGreaterThan(0.05);
  await driver(page, "restoreContext");
  await expect.poll(async () => difference(page, await picture(page), kept)).toBe(0);
  expect(await k()).toBe(atRest);
});

test("without WebGL2 the page says so, and timeline and panels work on", async () => {
  const page = await browser.open("", { base: "about:blank", wait: false });
  await page.addInitScript(() => {
    const original = HTMLCanvasElement.prototype.getContext;
    HTMLCanvasElement.prototype.getContext = function (this: HTMLCanvasElement, kind: string, ...rest: unknown[]) {
      return kind.startsWith("webgl") ? null : (original as (...all: unknown[]) => unknown).call(this, kind, ...rest);
    } as typeof original;
  });
  await page.goto(inject("page"));
  await page.evaluate(() => window.matryoscope.ready);
  expect(await page.getByRole("alert").textContent()).toContain("WebGL2");
  // The slider goes as far as the columns have arrived.
  await page.evaluate(() => window.matryoscope.setState({ k: 3072 }));
  await page.evaluate(() => window.matryoscope.setState({ k: 64 }));
  const slider = page.getByRole("slider", { name: "Dimensions" });
  await slider.press("ArrowRight");
  await expect.poll(() => slider.getAttribute("aria-valuenow")).not.toBe("64");
  await page.getByRole("searchbox", { name: "Search points" }).fill("leopard");
  const panel = page.getByRole("region", { name: "Points" });
  await panel.getByRole("button", { name: "snow leopard" }).click();
  await panel.getByText(/neighbours kept at/).waitFor();
  expect(await page.getByRole("alert").count()).toBe(1);
  await page.getByRole("button", { name: "Show the table" }).click();
  await page.getByRole("table").getByRole("button", { name: "snow leopard" }).waitFor();
});
