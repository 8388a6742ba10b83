import type { Frame, Page } from "playwright-core";

/** Waits until the page has answered what happened last, and nothing moves in it but what moves for ever. */
export async function settled(page: Page | Frame): Promise<void> {
  await page.evaluate(async () => {
    // In the first picture the page learns its size, and in the second what it made of that.
    for (let i = 0; i < 2; i++) await new Promise(requestAnimationFrame);
    const ending = document.getAnimations().filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity);
    await Promise.allSettled(ending.map(({ finished }) => finished));
  });
}

/** Gives the window a size, and waits until the page keeps to it. */
export async function resize(page: Page, size: { width: number; height: number }): Promise<void> {
  await page.setViewportSize(size);
  await page.waitForFunction(({ width, height }) => innerWidth === width && innerHeight === height, size);
  await settled(page);
}
