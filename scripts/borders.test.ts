import { spawnSync } from "node:child_process";
import { expect, test } from "vitest";

/** What the linter says of a file that would stand at a path. */
function lint(path: string, code: string): { status: number | null; words: string } {
  const biome = ["node_modules/@biomejs/biome/bin/biome", "lint", "--colors=off", `--stdin-file-path=${path}`];
  const { status, stdout, stderr } = spawnSync(process.execPath, biome, { input: code, encoding: "utf8" });
  return { status, words: stdout + stderr };
}

test.each([
  ["src/scene/cloud.ts", 'import { Shard } from "../numeric";', "scene reads the state room"],
  ["src/scene/cloud.ts", 'import { Shard } from "../numeric/shard";', "scene reads the state room"],
  ["src/panels/timeline/track.ts", 'import { serve } from "../../engine";', "panels reads the state room"],
  ["src/state/session.ts", 'import { Shard } from "../numeric";', "ask the engine"],
  ["src/numeric/shard.ts", 'import { Coordinator } from "../engine";', "imports nothing of ours"],
  ["src/numeric/shard.ts", 'import { useState } from "react";', "knows no page"],
  ["src/engine/service.ts", 'import { openDatasetFolder } from "../sources";', "engine imports numeric alone"],
  ["src/sources/npy.ts", 'import type { Frame } from "../engine";', "sources imports nothing of ours"],
  ["cli/main.ts", 'import { scope } from "../src/state";', "command line has no page"],
])("%s may not say %s", (path, code, reason) => {
  const { status, words } = lint(path, `${code}\n`);
  expect(status).not.toBe(0);
  expect(words).toContain(reason);
});

test("an import over an open border passes", () => {
  const { words } = lint("src/scene/cloud.ts", 'export { scope } from "../state";\n');
  expect(words).not.toContain("noRestrictedImports");
});
