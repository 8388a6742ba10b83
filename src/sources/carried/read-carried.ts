import { said } from "../../i18n/said";
import { blockEnd } from "../column-stream";
import { readManifest } from "../manifest";
import { SourceError } from "../problem";
import type { Source, SourceBlock } from "../source";
import { unpacked } from "./packed";
import { fromPlanes } from "./planes";
import { pointsOfJson } from "./points-text";
import { WIDTHS } from "./widths";

/**
 * Reads the space that a page carries.
 *
 * @param space the text that `CarriedSpace` wrote
 * @param points the text of `carriedPoints`; empty where there are none
 * @throws SourceError when it is not whole
 */
export async function readCarried(space: string, points: string): Promise<Source> {
  const begin = new Pieces(space);
  const manifest = readManifest(await head(begin), "");
  await begin.close();
  const { rows, dims, dtype } = manifest;
  return {
    manifest,
    totalBytes: rows * dims * WIDTHS[dtype],
    type: dtype,
    async *blocks(onBytes) {
      const pieces = new Pieces(space);
      await head(pieces);
      let bytes = 0;
      for (let from = 0; from < dims; from = blockEnd(from, dims)) {
        const count = blockEnd(from, dims) - from;
        const scales = dtype === "i1" ? new Float32Array((await pieces.take(count * 4)).buffer) : null;
        const values = fromPlanes(await pieces.take(count * rows * WIDTHS[dtype]), WIDTHS[dtype]);
        bytes += values.length;
        onBytes(bytes);
        yield { values: typed(values, dtype), scales };
      }
      await pieces.end();
    },
    async points() {
      return points.trim() === "" ? null : pointsOfJson(await new Pieces(points).text());
    },
  };
}

async function head(pieces: Pieces): Promise<unknown> {
  const length = new DataView((await pieces.take(4)).buffer).getUint32(0, true);
  return JSON.parse(new TextDecoder().decode(await pieces.take(length)));
}

function typed(bytes: Uint8Array<ArrayBuffer>, dtype: Source["type"]): SourceBlock["values"] {
  if (dtype === "i1") return new Int8Array(bytes.buffer);
  return dtype === "f4" ? new Float32Array(bytes.buffer) : new Uint16Array(bytes.buffer);
}

/** What a text holds, in pieces of any length. */
class Pieces {
  readonly #reader: ReadableStreamDefaultReader<Uint8Array<ArrayBuffer>>;
  #rest = new Uint8Array(0);

  constructor(text: string) {
    this.#reader = unpacked(text).getReader();
  }

  /** The next bytes, so many, in a buffer of their own. */
  async take(length: number): Promise<Uint8Array<ArrayBuffer>> {
    const bytes = new Uint8Array(length);
    let filled = 0;
    while (filled < length) {
      if (this.#rest.length === 0) this.#rest = (await this.#next()) ?? this.#fail();
      const part = this.#rest.subarray(0, length - filled);
      bytes.set(part, filled);
      filled += part.length;
      this.#rest = this.#rest.subarray(part.length);
    }
    return bytes;
  }

  /** All that is left, as text. */
  async text(): Promise<string> {
    const decoder = new TextDecoder();
    let text = decoder.decode(this.#rest, { stream: true });
    for (let next = await this.#next(); next; next = await this.#next()) text += decoder.decode(next, { stream: true });
    return text + decoder.decode();
  }

  /** Reads to the end, where the check sum is held against what came before. */
  async end(): Promise<void> {
    while (await this.#next());
  }

  close(): Promise<void> {
    return this.#reader.cancel().catch(() => {});
  }

  async #next(): Promise<Uint8Array<ArrayBuffer> | null> {
    try {
      const { value, done } = await this.#reader.read();
      return done ? null : value;
    } catch {
      return this.#fail();
    }
  }

  #fail(): never {
    throw new SourceError({
      what: said("The space that this page carries is not whole."),
      remedy: said("Download the page again, or ask for it where you got it from."),
    });
  }
}
