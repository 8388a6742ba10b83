import type { Page } from "playwright-core";
import { beforeAll, describe, expect, test } from "vitest";
import { principalAngle } from "../src/numeric/testing/reference";
import { testBrowser } from "./support/browser";
import { referenceFrames } from "./support/reference";

const browser = testBrowser();
let page: Page;
beforeAll(async () => {
  page = await browser.open("#data=wordnet-mrl-3072&k=4");
});

/** The frame that the scripting interface gives for a k, as plain arrays. */
function frameAt(k: number, axes: "pc" | "aligned", mode: "raw" | "unit" = "raw") {
  return page.evaluate(
    async (wish) => {
      await window.matryoscope.setState(wish);
      const frame = window.matryoscope.frame();
      if (!frame) throw new Error("no frame");
      return { ...frame, scores: [...frame.scores], components: [...frame.components] };
    },
    { k, axes, mode },
  );
}

describe.each(["raw", "unit"] as const)("the %s frame agrees with LAPACK", (mode) => {
  test.each(referenceFrames(mode))("at $k dims", async ({ k, explainedVariance, total, components }) => {
    const frame = await frameAt(k, "pc", mode);
    expect(frame.k).toBe(k);
    expect(frame.mode).toBe(mode);
    expect(frame.scores).toHaveLength(30_000);
    expect(frame.components).toHaveLength(3 * k);
    for (let i = 0; i < 3; i++) {
      expect(Math.abs(frame.explainedVariance[i] / explainedVariance[i] - 1)).toBeLessThan(1e-3);
      expect(Math.abs(frame.explainedVarianceRatio[i] / (explainedVariance[i] / total) - 1)).toBeLessThan(1e-3);
    }
    if (explainedVariance[2] / explainedVariance[3] >= 1.05) {
      expect(principalAngle(components, frame.components, k)).toBeLessThan(1e-3);
    }
  });
});

test("the same k reached by two paths gives the same picture", async () => {
  await frameAt(3072, "aligned");
  const fromAbove = await frameAt(700, "aligned");
  await page.evaluate(() => window.matryoscope.setState({ k: 4 }));
  for (const k of [37, 480, 650]) await frameAt(k, "aligned");
  const fromBelow = await frameAt(700, "aligned");
  const size = Math.sqrt(fromAbove.explainedVariance.reduce((sum, value) => sum + value, 0));
  const most = fromAbove.scores.reduce((far, score, i) => Math.max(far, Math.abs(score - fromBelow.scores[i])), 0);
  expect(most / size).toBeLessThan(1e-4);
});
