import { readdirSync, readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";

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
  const files = readdirSync("dist/assets").filter((file) => file.endsWith(".js"));
  const name = (file: string) => file.replace(/-[\w-]{8}\.js$/, "");
  for (const later of LATER) expect(files.map(name)).toContain(later);
  const first = files.filter((file) => !LATER.includes(name(file)));
  const bytes = first.map((file) => gzipSync(readFileSync(`dist/assets/${file}`), { level: 9 }).length);
  const total = bytes.reduce((sum, size) => sum + size, 0);
  console.log(`before the first frame: ${(total / 1000).toFixed(0)} KB gzipped (${first.map(name).join(", ")})`);
  expect(total).toBeLessThanOrEqual(350_000);
});
