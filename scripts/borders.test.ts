import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "borders-"));
  for (const file of ["biome.json", ".gitignore"]) cpSync(file, join(folder, file));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** What `npm run lint` says of a file that stands at a path of the checkout, by the checkout's own rules. */
function lint(path: string, code: string): { status: number | null; words: string } {
  const file = join(folder, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, code);
  const biome = [resolve("node_modules/@biomejs/biome/bin/biome"), "check", "--colors=off", path];
  const { status, stdout, stderr } = spawnSync(process.execPath, biome, { cwd: folder, encoding: "utf8" });
  rmSync(file);
  return { status, words: (stdout + stderr).replace(/\s+/g, " ") };
}

test.each([
  ["src/scene/cloud.ts", 'export { Shard } from "../numeric";', "scene reads the state room"],
  ["src/scene/cloud.ts", 'export { Shard } from "../numeric/shard";', "scene reads the state room"],
  ["src/panels/timeline/track.ts", 'export { serve } from "../../engine";', "panels reads the state room"],
  ["src/charts/LineChart.tsx", 'export { scope } from "../state";', "props in, events out"],
  ["src/charts/LineChart.tsx", 'export { count } from "../panels/figures";', "props in, events out"],
  ["src/state/session.ts", 'export { Shard } from "../numeric";', "ask the engine"],
  ["src/state/steps.worker.ts", 'export { serve } from "../engine";', "one function of numeric"],
  ["src/numeric/shard.ts", 'export { Coordinator } from "../engine";', "imports nothing of ours"],
  ["src/numeric/shard.ts", 'export { useState } from "react";', "knows no page"],
  [
    "src/engine/service.ts",
    'export { openDatasetFolder } from "../sources";',
    "engine imports numeric and i18n/said alone",
  ],
  ["src/sources/npy.ts", 'export type { Frame } from "../engine";', "sources imports i18n/said alone"],
  ["src/embed/connect.ts", 'export { scope } from "../state";', "into other people's pages"],
  ["cli/main.ts", 'export { scope } from "../src/state";', "command line has no page"],
])("%s may not say %s", (path, code, reason) => {
  const { status, words } = lint(path, `${code}\n`);
  expect(status).not.toBe(0);
  expect(words).toContain(reason);
});

test("an import over an open border passes", () => {
  expect(lint("src/scene/cloud.ts", 'export { scope } from "../state";\n').status).toBe(0);
  expect(lint("src/panels/space/SpacePanel.tsx", 'export { LineChart } from "../../charts";\n').status).toBe(0);
});
