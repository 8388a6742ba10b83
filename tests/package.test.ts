import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readLink } from "../src/state/link";
import { testBrowser } from "./support/browser";

// What a user would install: the tarball, in an empty folder, with the packages it names and no others.
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "matryoscope-package-"));
  must("npm", ["pack", "--pack-destination", folder], process.cwd());
  const tarball = readdirSync(folder).find((file) => file.endsWith(".tgz")) as string;
  mkdirSync(join(folder, "app"));
  writeFileSync(join(folder, "app", "package.json"), '{ "name": "app", "private": true, "type": "module" }\n');
  must("npm", ["install", "--no-audit", "--no-fund", "--prefer-offline", join(folder, tarball)], join(folder, "app"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function must(command: string, args: string[], cwd: string): string {
  const { status, stdout, stderr } = spawnSync(command, args, { cwd, encoding: "utf8" });
  if (status !== 0) throw new Error(`${command} ${args.join(" ")} ended with ${status}: ${stderr}${stdout}`);
  return stdout;
}

test("the README's example runs", () => {
  const example = /```js\n(\/\/ example\.mjs[\s\S]*?)```/.exec(readFileSync("README.md", "utf8"))?.[1];
  if (!example) throw new Error("The README has no example.mjs.");
  writeFileSync(join(folder, "app", "example.mjs"), example);
  const printed = must(process.execPath, ["example.mjs"], join(folder, "app"));
  expect(printed).toContain("1000 points at 16 of 64 dims");
  const shares = /explained: ([\d. ]+)/.exec(printed)?.[1].split(" ").map(Number) ?? [];
  expect(shares).toHaveLength(3);
  expect(shares[0]).toBeGreaterThan(shares[1]);
  expect(shares[1]).toBeGreaterThan(shares[2]);
  expect(shares[0] + shares[1] + shares[2]).toBeLessThanOrEqual(1);
});

test("the command line runs, on data beside it", () => {
  cpSync("public/datasets/wordnet-mrl-1536", join(folder, "app", "space"), { recursive: true });
  const printed = must(
    "npx",
    ["--no", "matryoscope", "project", "space", "--dims", "4,512", "--json"],
    join(folder, "app"),
  );
  const { rows, frames } = JSON.parse(printed);
  expect(rows).toBe(10_000);
  expect(frames.map(({ k }: { k: number }) => k)).toEqual([4, 512]);
});

test("the command line serves the page that came with it, on data beside it", async () => {
  const bin = join(folder, "app", "node_modules", "matryoscope", "lib", "cli.js");
  const child = spawn(process.execPath, [bin, "serve", "space", "--json"], { cwd: join(folder, "app") });
  try {
    const [line] = await once(createInterface(child.stdout), "line");
    const { url, rows, dims } = JSON.parse(line);
    expect([rows, dims]).toEqual([10_000, 1536]);
    const page = await (await fetch(url)).text();
    expect(page).toContain("<title>Matryoscope");
    const script = /src="\.\/(assets\/[^"]+)"/.exec(page)?.[1] as string;
    expect((await fetch(new URL(script, url))).status).toBe(200);
    const data = new URLSearchParams(new URL(url).hash.slice(1)).get("data");
    expect(await (await fetch(`${data}dataset.json`)).json()).toMatchObject({ rows, dims });
  } finally {
    child.kill();
  }
});

test("the entry points have types", () => {
  const user = [
    'import { Coordinator, type Frame } from "matryoscope/engine";',
    'import { detectSteps } from "matryoscope/numeric";',
    "export async function first(coordinator: Coordinator): Promise<Frame> {",
    "  const steps: { dims: number }[] = detectSteps([1, 2, 3]);",
    "  return coordinator.frame({ k: steps[0].dims });",
    "}",
  ];
  writeFileSync(join(folder, "app", "user.ts"), user.join("\n"));
  const tsc = join(process.cwd(), "node_modules/typescript/bin/tsc");
  const options = [
    "--noEmit",
    "--strict",
    "--module",
    "nodenext",
    "--target",
    "es2023",
    "--types",
    "",
    "--skipLibCheck",
  ];
  must(process.execPath, [tsc, ...options, "user.ts"], join(folder, "app"));
});

describe("in a fresh site made with Vite, of the examples in docs/embedding.md and the README", () => {
  const { open } = testBrowser();
  const guide = readFileSync("docs/embedding.md", "utf8");
  const texts = [guide, readFileSync("README.md", "utf8")];
  const closing: (() => Promise<void>)[] = [];
  let site: string;

  beforeAll(() => {
    site = join(folder, "app");
    mkdirSync(join(site, "src"), { recursive: true });
    // What the site brings itself is the checkout's.
    for (const name of ["react", "react-dom", "scheduler", "vite", "@vitejs", "@types"]) {
      symlinkSync(join(process.cwd(), "node_modules", name), join(site, "node_modules", name), "dir");
    }
    for (const name of ["vite.config.js", "src/main.tsx", "src/Cloud.tsx", "line.ts"])
      writeFileSync(join(site, name), example(name));
    writeFileSync(
      join(site, "index.html"),
      '<!doctype html><html lang="en"><head><title>Site</title><link rel="icon" href="data:,"></head><body>' +
        `<div id="root"></div>${/```html\n(<matryo-scope[\s\S]*?)```/.exec(guide)?.[1]}` +
        '<script type="module" src="/src/main.tsx"></script></body></html>',
    );
    must(
      "npx",
      ["--no", "matryoscope", "pack", join(process.cwd(), "tests/samples/matrix.npy"), "--out", "public/space"],
      site,
    );
  });
  afterAll(async () => {
    for (const close of closing) await close();
  });

  /** The example, of the guide or of the README, whose first line names a file. */
  function example(name: string): string {
    const block = texts
      .flatMap((text) => [...text.matchAll(/```\w+\n\/\/ (\S+)\n([\s\S]*?)```/g)])
      .find(([, file]) => file === name);
    if (!block) throw new Error(`No text has ${name}.`);
    return block[2];
  }

  /** Opens the site and goes through what its reader can do: the component, and the element below it. */
  async function visit(base: string): Promise<void> {
    const problems: string[] = [];
    const page = await open("", { base: "about:blank", wait: false, viewport: { width: 900, height: 1100 } });
    page.on("console", (message) => message.type() === "error" && problems.push(message.text()));
    page.on("pageerror", ({ message }) => problems.push(message));
    await page.goto(base);
    const view = page.frameLocator("main > iframe");
    const shown = () => view.getByRole("slider", { name: "Dimensions" }).getAttribute("aria-valuenow");
    await view.getByRole("button", { name: "Play" }).click();
    await expect.poll(async () => Number(await shown())).toBeGreaterThan(8);
    await view.getByRole("button", { name: "Pause" }).click();
    // What the reader has done has come to the page, and the page does not pull it back.
    await expect.poll(async () => (await outputs(page))[0] === (await shown())).toBe(true);
    expect(Number(await shown())).toBeGreaterThan(8);
    await page.getByRole("button", { name: "Show 32" }).click();
    await expect.poll(shown).toBe("32");
    await expect.poll(() => outputs(page)).toEqual(["32", expect.stringMatching(/^(?!0\.0 )\d+\.\d %$/)]);
    await expect.poll(() => view.locator("html").getAttribute("data-theme")).toBe("dark");

    const element = page.locator("matryo-scope");
    await element.scrollIntoViewIfNeeded();
    await expect
      .poll(() => page.frameLocator("matryo-scope iframe").getByRole("slider").getAttribute("aria-valuenow"))
      .toBe("16");
    // The app is of the page's own origin, which may have all of a frame.
    const scores = await element.evaluate(async (one) => {
      const { frame } = one as unknown as { frame(): Promise<{ scores: Float32Array }> };
      return (await frame.call(one)).scores.length;
    });
    expect(scores).toBe(500 * 3);
    expect(problems).toEqual([]);
    await page.context().close();
  }

  const outputs = (page: Page) => page.locator("main output").allTextContents();

  test("the component and the element work in the site while it is developed", async () => {
    const { createServer } = await import("vite");
    const server = await createServer({ root: site, server: { port: 0, host: "127.0.0.1" }, logLevel: "warn" });
    closing.push(() => server.close());
    await server.listen();
    await visit((server.resolvedUrls as { local: string[] }).local[0]);
  });

  test("and when it is built, under any path", async () => {
    const { build, preview } = await import("vite");
    await build({ root: site, base: "/deep/", logLevel: "warn" });
    const server = await preview({
      root: site,
      base: "/deep/",
      preview: { port: 0, host: "127.0.0.1" },
      logLevel: "warn",
    });
    closing.push(() => server.close());
    await visit((server.resolvedUrls as { local: string[] }).local[0]);
  });

  test("the examples of the guide have the types that they use", () => {
    const tsc = join(process.cwd(), "node_modules/typescript/bin/tsc");
    const options = "--noEmit --strict --module esnext --moduleResolution bundler --jsx react-jsx --target es2023";
    must(
      process.execPath,
      [tsc, ...options.split(" "), "--types", "react", "line.ts", "src/main.tsx", "src/Cloud.tsx"],
      site,
    );
  });

  test("the iframe of the guide opens a view", () => {
    const src = /<iframe\s+src="([^"]+)"/.exec(guide)?.[1] as string;
    expect(readLink(new URL(src).hash)).toMatchObject({ state: { k: 512, embed: true }, notices: [] });
  });

  test("the entry points can be imported where there is no page", () => {
    const script =
      'await import("matryoscope/react"); await import("matryoscope/element"); await import("matryoscope/embed");';
    must(process.execPath, ["--input-type=module", "--eval", script], site);
  });
});
