import { renameSync, rmSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { KEY, SECRET, servedFiles, TEXT } from "./testing/served-files";

const served = servedFiles();

test("the page and the dataset are given, each as what it is", async () => {
  const page = await served.ask(`/${KEY}/`);
  expect(page).toMatchObject({ status: 200, headers: { "content-type": "text/html; charset=utf-8" } });
  expect(page.body).toContain("The page");
  expect(await served.ask(`/${KEY}/assets/index.js`)).toMatchObject({
    status: 200,
    headers: { "content-type": "text/javascript; charset=utf-8" },
  });
  const npy = await served.ask(`/${KEY}/data/my%20file%231.npy?v=1`);
  expect(npy).toMatchObject({ status: 200, headers: { "cache-control": "no-store", "accept-ranges": "bytes" } });
  expect(npy.headers["content-type"]).toBe("application/octet-stream");
  expect(npy.body.slice(1, 6)).toBe("NUMPY");
});

describe("no other file is given", () => {
  test.each([
    `/${KEY}/../secret.txt`,
    `/${KEY}/data/../../secret.txt`,
    `/${KEY}/data/..%2f..%2fsecret.txt`,
    `/${KEY}/data/%2e%2e/%2e%2e/secret.txt`,
    `/${KEY}/data/%252e%252e%252f%252e%252e%252fsecret.txt`,
    `/${KEY}/data/..\\..\\secret.txt`,
    `/${KEY}/data/..%5c..%5csecret.txt`,
    `/${KEY}/data/%c0%ae%c0%ae/%c0%ae%c0%ae/secret.txt`,
    `/${KEY}/data/my%20file%231.npy%00/../secret.npy`,
    `/${KEY}/data/secret.npy`,
    `/${KEY}/data/secret.npy%00.npy`,
    `/${KEY}/data/`,
    `/${KEY}/data`,
    `/${KEY}//etc/passwd`,
    `/${KEY}/etc/passwd`,
    `/${KEY}/assets/link.txt`,
    `/${KEY}/assets/%6cink.txt`,
    `/${KEY}/sw.js`,
    `/${KEY}/data/${"../".repeat(400)}etc/passwd`,
    `/${KEY}/constructor`,
    `/${KEY}/__proto__`,
    "/etc/passwd",
    "/../../etc/passwd",
    "//127.0.0.1/etc/passwd",
    "*",
    "http://127.0.0.1/etc/passwd",
    "file:///etc/passwd",
  ])("%s", async (target) => {
    const { status, body } = await served.ask(target);
    expect(status).toBeGreaterThanOrEqual(400);
    expect(status).toBeLessThan(500);
    expect(body).not.toContain(SECRET);
    expect(body).not.toContain("root:");
  });

  test("a NUL or a bare space in the address is no request", async () => {
    expect((await served.ask(`/${KEY}/data/my\0`)).status).toBe(400);
    expect((await served.ask(`/${KEY}/data/my file#1.npy`)).status).toBe(400);
  });

  test("an address of a megabyte is refused", async () => {
    expect((await served.ask(`/${KEY}/${"a".repeat(1 << 20)}`)).status).toBe(431);
  });

  test("a file that has become a link since then is given no more", async () => {
    expect((await served.ask(`/${KEY}/data/swapped.bin`)).body).toBe(TEXT);
    rmSync(join(served.root, "here", "swapped.bin"));
    symlinkSync(join(served.root, "secret.txt"), join(served.root, "here", "swapped.bin"));
    expect(await served.ask(`/${KEY}/data/swapped.bin`)).toMatchObject({ status: 404 });
    // Nor where a folder above it has.
    renameSync(join(served.root, "here"), join(served.root, "there"));
    symlinkSync(join(served.root, "there"), join(served.root, "here"));
    expect(await served.letters()).toMatchObject({ status: 404 });
    rmSync(join(served.root, "here"));
    renameSync(join(served.root, "there"), join(served.root, "here"));
    expect((await served.letters()).body).toBe(TEXT);
  });
});
