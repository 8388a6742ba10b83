import { createHash } from "node:crypto";
import { closeSync, fstatSync, openSync, readSync, writeSync } from "node:fs";
import { Moments, packedLength } from "../../src/numeric";
import type { SourceError } from "../../src/sources";
import { problem } from "../problem";
import type { Drawn, Summary } from "./summary";

// A summary is one file: the magic, a version, the length of a header in JSON, that header, padded to 8 bytes; then the
// arrays of it, one after the other: means (f8), scatter (f8), sampled vectors (f4); and last the SHA-256 of all before.
const MAGIC = "MATRSUMM";
const VERSION = 1;
const FRONT = 16;
const DIGEST = 32;

/** Writes a summary, array by array. */
export function writeSummary(path: string, { moments, parts, draw, columns, sample }: Summary): void {
  const rows = sample.map(({ priority, part, row, values }) => [priority, part, row, values.map(plain)]);
  const { dims } = moments;
  const text = JSON.stringify({ dims, rows: moments.rows, parts, draw, columns, sample: rows });
  const header = Buffer.from(text.padEnd(text.length + ((8 - (Buffer.byteLength(text) % 8)) % 8)));
  const front = Buffer.alloc(FRONT);
  front.write(MAGIC, "latin1");
  front.writeUInt32LE(VERSION, 8);
  front.writeUInt32LE(header.length, 12);
  const file = openSync(path, "w");
  const hash = createHash("sha256");
  const write = (values: ArrayBufferView) => {
    const bytes = new Uint8Array(values.buffer, values.byteOffset, values.byteLength);
    hash.update(bytes);
    for (let done = 0; done < bytes.length; ) done += writeSync(file, bytes, done);
  };
  for (const piece of [front, header, moments.means, moments.scatter]) write(piece);
  for (const { vector } of sample) write(vector);
  const digest = hash.digest();
  writeSync(file, digest);
  closeSync(file);
}

/** @throws SourceError when it is no summary, or is cut short or damaged */
export function readSummary(path: string): Summary {
  const file = openSync(path, "r");
  try {
    const hash = createHash("sha256");
    const { size } = fstatSync(file);
    let place = 0;
    const read = <T extends ArrayBufferView>(into: T): T => {
      const bytes = new Uint8Array(into.buffer, into.byteOffset, into.byteLength);
      if (place + bytes.length > size) throw damaged(path, "it is cut short");
      for (let done = 0; done < bytes.length; ) done += readSync(file, bytes, done, bytes.length - done, place + done);
      place += bytes.length;
      hash.update(bytes);
      return into;
    };
    const front = size >= FRONT ? read(Buffer.alloc(FRONT)) : Buffer.alloc(FRONT);
    if (front.toString("latin1", 0, 8) !== MAGIC || front.readUInt32LE(8) !== VERSION) {
      throw damaged(path, "it is no summary of this version");
    }
    const length = front.readUInt32LE(12);
    if (length > size) throw damaged(path, "it is cut short");
    const header = headerOf(path, read(Buffer.alloc(length)).toString());
    const { dims, rows, parts, draw, columns } = header;
    if (size !== FRONT + length + 8 * (dims + packedLength(dims)) + 4 * dims * header.sample.length + DIGEST) {
      throw damaged(path, "it is cut short, or longer than it says");
    }
    const moments = new Moments(dims, read(new Float64Array(dims)), read(new Float64Array(packedLength(dims))));
    moments.rows = rows;
    const sample = header.sample.map(([priority, part, row, values]): Drawn => {
      return { priority, part, row, values, vector: read(new Float32Array(dims)) };
    });
    const digest = hash.digest();
    const said = Buffer.alloc(DIGEST);
    readSync(file, said, 0, DIGEST, place);
    if (!digest.equals(said)) throw damaged(path, "its bytes are not those that were written");
    return { moments, parts, draw, columns, sample };
  } finally {
    closeSync(file);
  }
}

interface Header extends Omit<Summary, "moments" | "sample"> {
  dims: number;
  rows: number;
  sample: [number, string, number, unknown[]][];
}

function headerOf(path: string, text: string): Header {
  try {
    return JSON.parse(text);
  } catch {
    throw damaged(path, "its header cannot be read");
  }
}

function damaged(path: string, why: string): SourceError {
  return problem({
    what: `This is not a summary that can be read: ${why}.`,
    where: path,
    remedy: "Summarise that part again, or copy the file again.",
  });
}

function plain(value: unknown): unknown {
  if (value instanceof Uint8Array) return null;
  if (typeof value === "bigint") return Number(value);
  return value instanceof Date ? value.toISOString() : (value ?? null);
}
