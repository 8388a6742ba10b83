import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { expect, inject, test } from "vitest";
import { testBrowser } from "./support/browser";

const browser = testBrowser([], "quickPage");

/** A page that keeps what its policy refuses, from its first moment on. */
async function watched(fragment: string): Promise<Page> {
  const page = await browser.open("", { base: "about:blank", wait: false });
  await page.addInitScript(() => {
    const refused: string[] = [];
    Object.assign(window, { refused });
    document.addEventListener("securitypolicyviolation", ({ effectiveDirective, blockedURI }) => {
      refused.push(`${effectiveDirective}: ${blockedURI}`);
    });
  });
  await page.goto(inject("quickPage") + fragment);
  await page.evaluate(() => window.matryoscope.ready);
  return page;
}

const refusedBy = (page: Page) => page.evaluate(() => (window as unknown as { refused: string[] }).refused);

test("the built page carries a strict policy: no inline script or style, no eval, no frame, no plugin", () => {
  const [, policy] = readFileSync("dist/index.html", "utf8").match(/"Content-Security-Policy" content="([^"]+)"/) ?? [];
  const rules = Object.fromEntries(policy.split("; ").map((rule) => [rule.split(" ")[0], rule.split(" ").slice(1)]));
  expect(rules["default-src"]).toEqual(["'none'"]);
  expect(rules["script-src"]).toEqual(["'self'", "'wasm-unsafe-eval'"]);
  expect(rules["base-uri"]).toEqual(["'none'"]);
  expect(rules["form-action"]).toEqual(["'none'"]);
  expect(policy).not.toContain("unsafe-inline");
  expect(policy).not.toContain("'unsafe-eval'");
});

test("nothing that the app does is refused by its policy", async () => {
  const page = await watched("#data=wordnet-mrl-3072&k=64&sel=3,4&panel=space");
  await page.getByRole("figure").first().getByRole("slider").waitFor();
  const show = (state: Parameters<typeof window.matryoscope.setState>[0]) =>
    page.evaluate((wish) => window.matryoscope.setState(wish), state);
  await show({ panel: "points" });
  await page.getByRole("list", { name: "Selected" }).waitFor();
  await show({ panel: "table" });
  await page.getByRole("table").waitFor();
  await show({ panel: "none" });
  await page.getByRole("combobox", { name: "Dataset" }).click();
  await page.getByRole("option").first().waitFor();
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Speed and range" }).click();
  await page.getByRole("dialog", { name: "Playback" }).waitFor();
  await page.keyboard.press("Escape");
  await page.getByRole("dialog", { name: "Playback" }).waitFor({ state: "detached" });
  await page.getByRole("button", { name: "Help" }).click();
  await page.getByRole("dialog").waitFor();
  await page.keyboard.press("Escape");
  await page.getByRole("dialog").waitFor({ state: "detached" });
  await page.getByRole("button", { name: "Open data" }).click();
  await page.getByLabel("Files to open").setInputFiles("tests/samples/matrix.npy");
  await page.getByRole("button", { name: "Open", exact: true }).click();
  await page.getByRole("dialog").waitFor({ state: "detached" });
  await show({ k: 96 });
  expect(await refusedBy(page)).toEqual([]);
});

test("a script that came in as markup does not run", async () => {
  const page = await watched("#data=wordnet-mrl-3072&k=4");
  await page.evaluate(() => {
    const place = document.createElement("div");
    place.innerHTML =
      "<img src='data:,' onerror='window.ran = true'><iframe src='https://elsewhere.example/'></iframe>";
    document.body.append(place);
    const script = document.createElement("script");
    script.textContent = "window.ran = true";
    document.body.append(script);
  });
  await expect
    .poll(() => refusedBy(page))
    .toEqual(
      expect.arrayContaining([
        "script-src-attr: inline",
        "script-src-elem: inline",
        "frame-src: https://elsewhere.example",
      ]),
    );
  expect(await page.evaluate(() => "ran" in window)).toBe(false);
});
