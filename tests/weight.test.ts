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
// What is fetched later: the pick of large clouds, panels when they are opened, tools, lists of choices, the points,
// search, steps, what stands over the points and the controls of the view after the first frame, and of the two kernel
// builds the one that does not run.
const LATER = [
  "Beside",
  "ChartTable",
  "ComparePanel",
  // What is dropped, pasted or chosen.
  "DropTarget",
  "OpenData",
  "dropped",
  "take-transfer",
  // The readers of what users have.
  "open-input",
  "own.worker",
  "hdf5_hl",
  "sql-wasm-inline",
  "papaparse.min",
  "parquet-table",
  // hyparquet, and hyparquet-compressors.
  "column",
  "metadata",
  "src",
  "zstddec",
  // What keeps spaces in this browser.
  "keep",
  "points-file",
  "shelf",
  "utils",
  // What speaks to endpoints.
  "embed",
  "embedded-input",
  "network",
  "tokens",
  "FirstSteps",
  "Ghost",
  "HelpSheet",
  "Overlay",
  "PointName",
  "PlaybackPopover",
  "PointName",
  "RetrievalPanel",
  "SettlingLine",
  "SidePanel",
  "SkippedLine",
  "SpacePanel",
  "Story",
  "TablePanel",
  "Tools",
  "Trails",
  "ViewControls",
  // What is compared with, in page and worker.
  "beside-session",
  "charts",
  "choosers",
  "controls",
  // What lists and popovers share of their library.
  "dist",
  // The library of long lists, and what lists share of it.
  "esm",
  "id-pass",
  "plotting",
  "points",
  "panels",
  "profile.worker",
  "search.worker",
  "shortcuts",
  "shown",
  "steps.worker",
  "story",
  "story.en",
  "tour",
  "plain",
  "use-roving",
  "use-study",
];

test("the JavaScript before the first frame, workers included, is at most 350 KB gzipped", () => {
  const first = beforeFirstFrame();
  const names = [...first].map(name);
  expect(names).toEqual(expect.arrayContaining(["index", "three.core", "scope.worker", "shard.worker", "relaxed"]));
  // Dialogs, panels, charts, the story and the readers of formats come when they are wanted.
  const later = files.filter((file) => !first.has(file)).map(name);
  expect(later).toEqual(
    expect.arrayContaining(["OpenData", "SidePanel", "plotting", "Story", "points", "open-input", "network"]),
  );
  const bytes = [...first].map((file) => gzipSync(readFileSync(FOLDER + file), { level: 9 }).length);
  const total = bytes.reduce((sum, size) => sum + size, 0);
  console.log(`before the first frame: ${(total / 1000).toFixed(0)} KB gzipped (${names.sort().join(", ")})`);
  expect(total).toBeLessThanOrEqual(350_000);
});
