// Puts the built page beside the command line, for `matryoscope serve` where the package is installed: all of it but the
// demo spaces, which are forty times as large. It is built anew where it is older than what it is made of.
import { cpSync, existsSync, readdirSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { npm } from "./install.mjs";

const SOURCES = ["src", "public", "scripts", "index.html", "vite.config.ts", "package-lock.json"];

/** The time at which the youngest file of a place was changed. */
function youngest(path) {
  const { mtimeMs } = statSync(path);
  if (!statSync(path).isDirectory()) return mtimeMs;
  return Math.max(...readdirSync(path).map((name) => youngest(join(path, name))));
}

// Whatever asks for it (a test, say), it is built as it will be served.
process.env.NODE_ENV = "production";
const built = "dist/index.html";
if (!existsSync(built) || statSync(built).mtimeMs < Math.max(...SOURCES.map(youngest))) {
  if (npm(["run", "-s", "build", "--", "--logLevel", "warn"]).status !== 0) process.exit(1);
}
rmSync("lib/app", { recursive: true, force: true });
cpSync("dist", "lib/app", { recursive: true, filter: (path) => !/^dist[/\\]datasets/.test(path) });
