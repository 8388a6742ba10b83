import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { afterAll, beforeAll, expect, test } from "vitest";

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
