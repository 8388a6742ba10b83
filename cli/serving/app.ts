import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

/**
 * Where the built page lies: beside the command line where it was installed; in a checkout in `dist/`, which is built
 * where it is missing.
 *
 * @throws Error when it cannot be built
 */
export function appFolder(): string {
  const here = dirname(fileURLToPath(import.meta.url));
  const shipped = join(here, "app");
  if (existsSync(join(shipped, "index.html"))) return shipped;
  const checkout = resolve(here, "../..");
  const built = join(checkout, "dist");
  if (existsSync(join(built, "index.html"))) return built;
  console.error("matryoscope: The page is built first, which takes half a minute.");
  // What the build says goes where words for people go.
  const { status } = spawnSync("npm", ["run", "-s", "build", "--", "--logLevel", "warn"], {
    cwd: checkout,
    stdio: ["ignore", 2, 2],
    shell: process.platform === "win32",
  });
  if (status !== 0) throw new Error("The page could not be built: see the words above.");
  return built;
}
