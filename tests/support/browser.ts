import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, inject } from "vitest";
import { findBrowser } from "../../scripts/browser.mjs";

const ARGS = [
  "--no-sandbox",
  "--disable-quic",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  // The address bar's own pages, made anew for every window that nobody sees: a fifth of what opening a space costs.
  "--disable-features=WebUIOmniboxPopup,WebUIOmniboxAimPopup,WebUIOmniboxFullPopup",
];

/** As long as a poll waits (see `vite.config.ts`): a panel may be fetched and a space computed on a slow machine. */
const PATIENCE_MS = 60_000;

/**
 * One browser for a test file; `open` gives a fresh page.
 *
 * @param site the page with the demo spaces as they are, or with fewer rows where a test does not ask what is computed
 */
export function testBrowser(
  args: string[] = [],
  site: "page" | "quickPage" = "page",
): {
  open(fragment?: string, options?: BrowserContextOptions & { base?: string; wait?: boolean }): Promise<Page>;
} {
  let browser: Browser;
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: findBrowser() ?? "chromium", args: [...ARGS, ...args] });
  });
  afterAll(() => browser?.close());
  return {
    async open(fragment = "", { base, wait = true, ...options } = {}) {
      const context = await browser.newContext({
        viewport: { width: 1440, height: 900 },
        // What a page keeps for later would be fetched again by every one of them.
        serviceWorkers: "block",
        ...options,
      });
      context.setDefaultTimeout(PATIENCE_MS);
      const page = await context.newPage();
      await page.goto((base ?? inject(site)) + fragment);
      if (wait) await page.evaluate(() => window.matryoscope.ready);
      return page;
    },
  };
}
