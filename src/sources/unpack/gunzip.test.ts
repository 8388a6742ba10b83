import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { bytesFile } from "../byte-file";
import { openTables } from "../open-tables";
import { gunzip } from "./gunzip";
import { unpackMembers } from "./members";

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

describe("several gzipped files one behind the other", () => {
  const packed = Buffer.concat([text.subarray(0, 90_000), text.subarray(90_000)].map((part) => gzipSync(part)));
  const read = async (bytes: Uint8Array) => {
    const pieces: Uint8Array[] = [];
    for await (const piece of unpackMembers(bytesFile(new Uint8Array(bytes), "a.gz"))) pieces.push(piece);
    return Buffer.concat(pieces);
  };

  test("are one file", async () => {
    expect((await read(packed)).equals(text)).toBe(true);
    const file = await gunzip(bytesFile(new Uint8Array(packed), "a.csv.gz"));
    expect(file.size).toBe(text.length);
  });

  test("a checksum that is not that of the bytes is told", async () => {
    const broken = Buffer.from(packed);
    broken[broken.length - 6] ^= 1;
    await expect(read(broken)).rejects.toThrow("another checksum");
  });
});
