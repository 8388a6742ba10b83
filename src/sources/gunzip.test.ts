import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { bytesFile } from "./byte-file";
import { gunzip } from "./gunzip";
import { openTables } from "./open-tables";

const text = readFileSync("tests/samples/columns.csv");

test("a gzipped table opens as the table, by its bytes and not its name", async () => {
  const packed = new Uint8Array(gzipSync(text));
  for (const name of ["columns.csv.gz", "columns.csv"]) {
    const file = await gunzip(bytesFile(packed, name));
    expect(file.name).toBe("columns.csv");
    expect(Buffer.from(await file.slice(0, file.size)).equals(text)).toBe(true);
    expect((await openTables([bytesFile(packed, name)]))[0].rows).toBe(500);
  }
});

test("a file cut short, or with a byte changed, is told", async () => {
  const packed = new Uint8Array(gzipSync(text));
  await expect(gunzip(bytesFile(packed.slice(0, 20_000), "a.gz"))).rejects.toThrow("cannot be unpacked");
  packed[30_000] ^= 255;
  await expect(gunzip(bytesFile(packed, "a.gz"))).rejects.toThrow("fetch it again");
});

test("a file that grows without bounds is stopped, with both sizes", async () => {
  const packed = new Uint8Array(gzipSync(new Uint8Array(300 << 20), { level: 1 }));
  await expect(gunzip(bytesFile(packed, "zeros.npy.gz"))).rejects.toThrow("and grew to more than 268.4 MB");
});
