// npm run pictures -- [FOLDER]: builds nothing; opens the built page in Chromium and photographs it, for the README and
// for a look at what a change did. Without a folder, only those that are committed are made again: the README's own under
// docs/, and public/preview.jpg, which other pages show beside a link to this one.
import { mkdirSync } from "node:fs";
import { chromium } from "playwright-core";
import { preview } from "vite";
import { ensureBrowser } from "./browser.mjs";

const folder = process.argv[2];
const DESKTOP = { viewport: { width: 1440, height: 900 } };
const PHONE = { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, hasTouch: true, isMobile: true };

const all = ["dark", "light"].flatMap((theme) =>
  [4, 64, 512, 3072].flatMap((k) => [
    { file: `desktop-${theme}-${k}.png`, theme, k, device: DESKTOP },
    { file: `phone-${theme}-${k}.png`, theme, k, device: PHONE },
  ]),
);
const readme = [
  { file: "desktop-4.png", theme: "dark", k: 4, device: DESKTOP },
  { file: "desktop-512.png", theme: "dark", k: 512, device: DESKTOP },
  { file: "phone-512.png", theme: "light", k: 512, device: PHONE },
  // As large as Open Graph wants it, and small enough to be fetched for every link that is pasted somewhere.
  { file: "../public/preview.jpg", theme: "dark", k: 512, device: { viewport: { width: 1200, height: 630 } } },
];

const browser = await chromium.launch({
  executablePath: ensureBrowser(),
  args: ["--no-sandbox", "--disable-quic", "--disable-background-networking", "--disable-component-update"],
});
const server = await preview({ preview: { port: 0, host: "127.0.0.1" }, logLevel: "warn" });
const out = folder ?? "docs";
mkdirSync(out, { recursive: true });
for (const { file, theme, k, device } of folder ? all : readme) {
  const context = await browser.newContext({ ...device, colorScheme: theme, serviceWorkers: "block" });
  const page = await context.newPage();
  // The first steps are for who comes for the first time, and not for the picture.
  await page.addInitScript(() => localStorage.setItem("matryoscope.first-steps", "taken"));
  await page.goto(`${server.resolvedUrls.local[0]}#data=wordnet-mrl-3072&k=${k}`);
  await page.evaluate(() => window.matryoscope.setState({ k: 3072 }));
  await page.evaluate((wish) => window.matryoscope.setState({ k: wish }), k);
  await page.waitForTimeout(1500);
  const isPhoto = file.endsWith(".jpg");
  await page.screenshot({ path: `${out}/${file}`, ...(isPhoto ? { type: "jpeg", quality: 84 } : {}) });
  console.log(`${out}/${file}`);
  await context.close();
}
await browser.close();
await server.close();
