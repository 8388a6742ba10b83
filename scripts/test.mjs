// npm test: installs what is missing, then type check, lint, unit tests, build, end-to-end tests, and one line of counts.
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { relative } from "node:path";
import { ensureInstalled } from "./install.mjs";

ensureInstalled();
const { ensureBrowser } = await import("./browser.mjs");
process.env.CHROME_PATH = ensureBrowser();

let passed = 0;
let failed = 0;
/** What failed, said once more at the end: the log of a build service is often cut to its last lines. */
const failures = [];

/** Runs one step by its package's own program; a check counts as one, a test run by its tests. */
function step(name, file, args, report) {
  const began = performance.now();
  console.log(`\n— ${name}`);
  if (report) rmSync(report, { force: true });
  const { status } = spawnSync(process.execPath, [file, ...args], { stdio: "inherit" });
  if (report) {
    let counts = { numPassedTests: 0, numFailedTests: 1 };
    const before = failures.length;
    try {
      counts = JSON.parse(readFileSync(report, "utf8"));
      failures.push(...failedTests(counts.testResults));
    } catch {
      console.error(`The ${name} ended without a report.`);
    }
    passed += counts.numPassedTests;
    // A file that fails before its first test, or an error outside of any, must not pass unseen.
    failed += counts.numFailedTests || (status === 0 ? 0 : 1);
    if (status !== 0 && failures.length === before) failures.push(`${name}: an error outside of any test`);
  } else if (status === 0) passed++;
  else {
    failed++;
    failures.push(name);
  }
  console.log(`  ${name}: ${((performance.now() - began) / 1000).toFixed(0)} s`);
  return status === 0;
}

/** The failed tests of a report, and the files that failed as a whole, with what they said. */
function failedTests(files) {
  return files.flatMap(({ name, status, message, assertionResults }) => {
    const tests = assertionResults.filter((test) => test.status === "failed");
    const path = relative(process.cwd(), name);
    if (tests.length === 0) return status === "failed" ? [`${path}\n${message}`] : [];
    return tests.map(({ fullName, failureMessages }) => `${path} > ${fullName}\n${failureMessages.join("\n")}`);
  });
}

const vitest = (project) => [
  "run",
  "--project",
  project,
  "--reporter=default",
  "--reporter=json",
  `--outputFile.json=test-results/${project}.json`,
];

mkdirSync("test-results", { recursive: true });
step("kernels", "scripts/kernels.mjs", []);
step("type check", "node_modules/typescript/bin/tsc", ["--noEmit"]);
step("lint", "node_modules/@biomejs/biome/bin/biome", ["check", "."]);
step("unit tests", "node_modules/vitest/vitest.mjs", vitest("unit"), "test-results/unit.json");
if (step("build", "node_modules/vite/bin/vite.js", ["build", "--logLevel", "warn"])) {
  step("end-to-end tests", "node_modules/vitest/vitest.mjs", vitest("e2e"), "test-results/e2e.json");
}
for (const failure of failures) console.log(`\nFailed: ${failure}`);
console.log(`\n${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
