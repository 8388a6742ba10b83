import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { chromium } from "playwright-core";

const PLACES = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/snap/bin/chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
  "C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe",
];

/** The path of a Chromium or Chrome on this machine (CHROME_PATH first), or null. */
export function findBrowser() {
  const places = [process.env.CHROME_PATH, ...PLACES, chromium.executablePath()];
  return places.find((place) => place && existsSync(place)) ?? null;
}

/**
 * Finds a browser, or gets one: from Debian's packages when this is root with apt-get, else Playwright's own download.
 * Ends the process with one line that says what to install when neither can be had.
 */
export function ensureBrowser() {
  const found = findBrowser();
  if (found) return found;
  const run = (command, args) => spawnSync(command, args, { stdio: "inherit" }).status === 0;
  if (process.getuid?.() === 0 && run("apt-get", ["--version"])) {
    console.log("No Chromium or Chrome found: installing Debian's …");
    process.env.DEBIAN_FRONTEND = "noninteractive";
    if (run("apt-get", ["update", "-q"]))
      run("apt-get", ["install", "-q", "-y", "--no-install-recommends", "chromium"]);
  }
  if (!findBrowser()) {
    console.log("No Chromium or Chrome found: downloading Playwright's …");
    run(process.execPath, ["node_modules/playwright-core/cli.js", "install", "chromium"]);
  }
  const got = findBrowser();
  if (got) return got;
  console.error("The end-to-end tests need a browser: install Chromium or Chrome, or set CHROME_PATH to one.");
  process.exit(1);
}
