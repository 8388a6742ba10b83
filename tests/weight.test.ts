import { readdirSync, readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";

const FOLDER = "dist/assets/";
const files = readdirSync(FOLDER).filter((file) => file.endsWith(".js"));
const name = (file: string) => file.replace(/-[\w-]{8}\.js$/, "");

// What the first frame waits for begins with what the page names, the worker that reads and its shards, and of the
// kernels' builds the one that runs. What these import by a statement comes with them; `import()` is for later.
const FIRST = /^(scope\.worker|shard\.worker|relaxed)-/;

/** Files that another imports by a statement. */
function imported(file: string): string[] {
  const code = readFileSync(FOLDER + file, "utf8");
  return [...code.matchAll(/(?:\bfrom|\bimport)\s*["']\.\/([\w.-]+\.js)["']/g)].map(([, found]) => found);
}

function beforeFirstFrame(): Set<string> {
  const page = [...readFileSync("dist/index.html", "utf8").matchAll(/assets\/([\w.-]+\.js)/g)].map(([, file]) => file);
  const found = new Set<string>();
  const waiting = [...page, ...files.filter((file) => FIRST.test(file))];
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    if (found.has(file)) continue;
    found.add(file);
    waiting.push(...imported(file));
  }
  return found;
}

test("the JavaScript before the first frame, workers included, is at most 350 KB gzipped", () => {
  const first = beforeFirstFrame();
  const names = [...first].map(name);
  expect(names).toEqual(expect.arrayContaining(["index", "three.core", "scope.worker", "shard.worker", "relaxed"]));
  // Dialogs, panels, charts, the story and the readers of formats come when they are wanted.
  const later = files.filter((file) => !first.has(file)).map(name);
  expect(later).toEqual(
    expect.arrayContaining([
      "OpenData",
      "SidePanel",
      "plotting",
      "Story",
      "points",
      "open-input",
      "network",
      "PageTab",
      "studies",
      "scalar",
      "zh",
      "FilmTab",
      "Picture",
      "pdf",
      "chart-picture",
      "TablesTab",
      "video",
      "gif",
    ]),
  );
  const bytes = [...first].map((file) => gzipSync(readFileSync(FOLDER + file), { level: 9 }).length);
  const total = bytes.reduce((sum, size) => sum + size, 0);
  console.log(`before the first frame: ${(total / 1000).toFixed(0)} KB gzipped (${names.sort().join(", ")})`);
  expect(total).toBeLessThanOrEqual(350_000);
});
