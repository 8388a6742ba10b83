import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { principalAngle } from "../src/numeric/testing/reference";
import { testBrowser } from "./support/browser";
import { referenceFrames } from "./support/reference";

const browser = testBrowser();
const SWEEP = [4, 65, 512, 777, 1536, 3072].flatMap((k) => [
  { k, mode: "raw" as const },
  { k, mode: "unit" as const },
]);

interface Shown {
  k: number;
  mode: string;
  rms: number;
  scores: number[];
  components: number[];
}

/** Asks for the frames of a sweep, one after the other. Principal axes, so that they can be held against LAPACK's. */
function sweep(page: Page): Promise<Shown[]> {
  return page.evaluate(async (wishes) => {
    const shown: Shown[] = [];
    for (const wish of wishes) {
      await window.matryoscope.setState({ ...wish, axes: "pc" });
      const frame = window.matryoscope.frame();
      if (!frame) throw new Error("no frame");
      const square = frame.scores.reduce((sum, score) => sum + score * score, 0);
      const rms = Math.sqrt((3 * square) / frame.scores.length);
      shown.push({ ...frame, rms, scores: [...frame.scores], components: [...frame.components] });
    }
    return shown;
  }, SWEEP);
}

const shardsOf = (page: Page) => page.workers().filter((worker) => /shard\.worker/.test(worker.url()));

test("a shard that is killed in mid-sweep is started again, and the sweep shows the same frames", async () => {
  const page = await browser.open("#data=wordnet-mrl-3072&k=3072");
  await page.waitForFunction(() => window.matryoscope.frame()?.k === 3072);
  const before = await sweep(page);
  const shards = shardsOf(page);
  expect(shards.length).toBeGreaterThan(0);
  await page.evaluate(() => window.matryoscope.setState({ k: 4, mode: "raw" }));

  const running = sweep(page);
  await page.waitForFunction(() => (window.matryoscope.frame()?.k ?? 0) >= 65);
  await shards[0].evaluate(() => {
    setTimeout(() => {
      throw new Error("killed by the test");
    });
  });
  const after = await running;
  await expect.poll(() => shardsOf(page)).not.toContain(shards[0]);
  await expect.poll(() => shardsOf(page)).toHaveLength(shards.length);

  after.forEach((frame, i) => {
    expect(frame).toMatchObject(SWEEP[i]);
    const most = frame.scores.reduce((far, score, j) => Math.max(far, Math.abs(score - before[i].scores[j])), 0);
    expect(most / frame.rms).toBeLessThan(1e-6);
  });
  const golden = referenceFrames().find(({ k }) => k === 512)!;
  const frame = after.find(({ k, mode }) => k === 512 && mode === "raw")!;
  expect(principalAngle(golden.components, Float32Array.from(frame.components), 512)).toBeLessThan(1e-3);

  expect(await page.getByRole("alert").count()).toBe(0);
  await page.getByRole("status").filter({ hasText: "A shard was lost" }).waitFor();
});
