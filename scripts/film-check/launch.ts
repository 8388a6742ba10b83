import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { findBrowser } from "../browser.mjs";

/** A Chromium as its users have it: with a profile on the disk, where a page's own files lie. */
export async function launch(): Promise<{ endpoint: string; pid: number; end: () => void }> {
  const profile = mkdtempSync(join(tmpdir(), "film-check-profile-"));
  const args = ["--headless=new", "--no-sandbox", "--disable-dev-shm-usage", "--no-first-run", "--disable-quic"];
  const child = spawn(findBrowser() ?? "chromium", [
    ...args,
    "--remote-debugging-port=0",
    `--user-data-dir=${profile}`,
  ]);
  const lines = createInterface({ input: child.stderr });
  const endpoint = new Promise<string>((resolve) => {
    lines.on("line", (line) => {
      const found = /^DevTools listening on (ws:\S+)/.exec(line);
      if (found) resolve(found[1]);
    });
  });
  const ended = once(child, "exit").then(() => {
    throw new Error("Chromium ended before it could be asked.");
  });
  ended.catch(() => {});
  const end = () => {
    child.once("exit", () => rmSync(profile, { recursive: true, force: true, maxRetries: 5 }));
    child.kill();
  };
  return { endpoint: await Promise.race([endpoint, ended]), pid: child.pid as number, end };
}
