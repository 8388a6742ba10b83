import { readdirSync, readFileSync } from "node:fs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { principalAngle } from "../src/numeric/testing/reference";
import { testBrowser } from "./support/browser";
import { referenceFrames } from "./support/reference";
import { type Site, startSite } from "./support/site";

const browser = testBrowser();
let site: Site;
beforeAll(async () => {
  // Every question "do you know this instruction?" is answered with no, as by a browser without SIMD.
  const workers = readdirSync("dist/assets").filter((file) => /worker/.test(file));
  const without = workers.map((file) => {
    const script = readFileSync(`dist/assets/${file}`, "utf8");
    return [file, Buffer.from(`WebAssembly.validate = () => false;\n${script}`)] as const;
  });
  site = await startSite({ instead: Object.fromEntries(without) });
});
afterAll(() => site.close());

test("without WebAssembly SIMD the picture is the same, and a notice says that it is slower", async () => {
  const page = await browser.open("#data=wordnet-mrl-3072&k=64&axes=pc", { base: site.url });
  await page.getByRole("status").filter({ hasText: "This browser has no WebAssembly SIMD" }).waitFor();
  await page.waitForFunction(() => window.matryoscope.frame()?.k === 64);
  const components = await page.evaluate(() => [...(window.matryoscope.frame()?.components ?? [])]);
  const golden = referenceFrames().find(({ k }) => k === 64)!;
  expect(principalAngle(golden.components, components, 64)).toBeLessThan(1e-3);
  expect(await page.getByRole("alert").count()).toBe(0);
  await page.getByRole("button", { name: "Space", exact: true }).click();
  await page.getByRole("region", { name: "Space" }).getByText("no WebAssembly SIMD").waitFor();
});
