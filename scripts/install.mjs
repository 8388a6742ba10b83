import { spawnSync } from "node:child_process";
import { existsSync, statSync } from "node:fs";

/** Installs the packages when they are missing or older than the lock file, so that one command is all there is to do. */
export function ensureInstalled() {
  const [major] = process.versions.node.split(".").map(Number);
  if (major < 20) {
    console.error(
      `Matryoscope needs Node 20 or newer, and this is ${process.version}: get a newer one from nodejs.org.`,
    );
    process.exit(1);
  }
  const installed = "node_modules/.package-lock.json";
  if (existsSync(installed) && statSync(installed).mtimeMs >= statSync("package-lock.json").mtimeMs) return;
  console.log("Installing what is missing (npm ci) …");
  const { status } = npm(["ci", "--no-audit", "--no-fund", "--loglevel=error"]);
  if (status !== 0) {
    console.error("The packages could not be installed: see npm's words above, check the connection, and try again.");
    process.exit(1);
  }
}

/** Runs npm itself, the one that runs this script where there is one. */
export function npm(args) {
  const own = process.env.npm_execpath;
  return own
    ? spawnSync(process.execPath, [own, ...args], { stdio: "inherit" })
    : spawnSync("npm", args, { stdio: "inherit", shell: process.platform === "win32" });
}
