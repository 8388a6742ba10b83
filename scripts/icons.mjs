// node scripts/icons.mjs: draws the icons of the installed app under public/icons, from the mark that stands in index.html.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { chromium } from "playwright-core";
import { ensureBrowser } from "./browser.mjs";

const GROUND = "#0b0d11";
const [, icon] = readFileSync("index.html", "utf8").match(/href="data:image\/svg\+xml,([^"]+)"/);
// Shades in place of opacity: the feet of two arcs meet, and would show through each other at this size.
const shade = (opacity) =>
  [240, 163, 58].map((light, i) => Math.round([11, 13, 17][i] * (1 - opacity) + light * opacity));
const arcs = decodeURIComponent(icon)
  .replace(/^<svg[^>]*>|<\/svg>$/g, "")
  .replace(/opacity='([.\d]+)'/g, (_, opacity) => `stroke='rgb(${shade(Number(opacity)).join(" ")})'`);
// The arcs' own middle, which is not that of their box: it is put into the middle of the icon.
const MIDDLE = [12, 11.7];

/** The mark over so large a share of a square ground, whose corners are round or not. */
function drawn(share, radius) {
  const scale = (512 * share) / 22;
  const [x, y] = MIDDLE.map((at) => 256 - at * scale);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 512 512"><rect width="512" height="512" rx="${radius}" fill="${GROUND}"/><g transform="translate(${x.toFixed(1)} ${y.toFixed(1)}) scale(${scale.toFixed(3)})" fill="none" stroke="#f0a33a">${arcs}</g></svg>`;
}

const ICONS = [
  { file: "icon-192.png", size: 192, svg: drawn(0.72, 96) },
  { file: "icon-512.png", size: 512, svg: drawn(0.72, 96) },
  // A system cuts a shape of its own out of it: what matters lies within four fifths.
  { file: "maskable-512.png", size: 512, svg: drawn(0.56, 0) },
  { file: "apple-180.png", size: 180, svg: drawn(0.66, 0) },
];

mkdirSync("public/icons", { recursive: true });
const browser = await chromium.launch({ executablePath: ensureBrowser(), args: ["--no-sandbox"] });
for (const { file, size, svg } of ICONS) {
  const page = await browser.newPage({ viewport: { width: size, height: size } });
  await page.setContent(`<style>*{margin:0}svg{display:block;width:100vw;height:100vh}</style>${svg}`);
  writeFileSync(`public/icons/${file}`, await page.screenshot({ omitBackground: true }));
  await page.close();
}
writeFileSync("public/icons/icon.svg", `${ICONS[1].svg}\n`);
await browser.close();
