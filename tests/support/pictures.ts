import type { Page } from "playwright-core";

const MOST_TRIES = 40;

/** A picture of a page at rest: the first that is followed by one just like it. */
export async function steadyPicture(page: Page): Promise<Buffer> {
  await page.mouse.move(0, 0);
  let before = await page.screenshot();
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    await page.waitForTimeout(400);
    const now = await page.screenshot();
    if (now.equals(before)) return now;
    before = now;
  }
  throw new Error("the page did not come to rest");
}

/** The share of pixels that two pictures of one size do not have in common, to the last bit. */
export function differingShare(page: Page, one: Buffer, other: Buffer): Promise<number> {
  return page.evaluate(
    async (pictures) => {
      const [a, b] = await Promise.all(
        pictures.map(async (base64) => {
          const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
          const image = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
          const context = new OffscreenCanvas(image.width, image.height).getContext("2d")!;
          context.drawImage(image, 0, 0);
          return new Uint32Array(context.getImageData(0, 0, image.width, image.height).data.buffer);
        }),
      );
      if (a.length !== b.length) throw new Error("the pictures are not of one size");
      return a.reduce((count, pixel, i) => count + (pixel === b[i] ? 0 : 1), 0) / a.length;
    },
    [one.toString("base64"), other.toString("base64")],
  );
}
