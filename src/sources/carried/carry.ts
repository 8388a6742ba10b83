import { blockEnd } from "../column-stream";
import type { SourceBlock } from "../source";
import type { Manifest, PointTable } from "../types";
import { PackedText } from "./packed";
import { toPlanes } from "./planes";
import { pointsJson } from "./points-text";
import { WIDTHS } from "./widths";

// A space as text for a page to carry: the length of its manifest (four bytes, the lowest first), the manifest, then blocks
// of columns (as `blockEnd` cuts them), each with its scales before its values where it is int8.

/** Writes such a space, block by block. */
export class CarriedSpace {
  readonly #text = new PackedText();
  readonly #manifest: Manifest;

  private constructor(manifest: Manifest) {
    this.#manifest = manifest;
  }

  /** @param manifest of what will be written: its rows, its dims, its dtype */
  static async begin(manifest: Manifest): Promise<CarriedSpace> {
    const space = new CarriedSpace(manifest);
    const json = new TextEncoder().encode(JSON.stringify(manifest));
    const head = new Uint8Array(4 + json.length);
    new DataView(head.buffer).setUint32(0, json.length, true);
    head.set(json, 4);
    await space.#text.write(head);
    return space;
  }

  /** Takes the next block, in the manifest's dtype. Its columns end where `blockEnd` says. */
  async write({ values, scales }: SourceBlock): Promise<void> {
    const { dtype, rows } = this.#manifest;
    if (dtype === "i1") {
      const own = scales ?? new Float32Array(values.length / rows).fill(1);
      await this.#text.write(new Uint8Array(own.slice().buffer));
    }
    const bytes = new Uint8Array(values.buffer, values.byteOffset, values.byteLength);
    await this.#text.write(toPlanes(bytes, WIDTHS[dtype]));
  }

  /** The text of all of it. */
  end(): Promise<Blob> {
    return this.#text.end();
  }
}

/** Where the blocks of a space of so many dims end. */
export function blockEnds(dims: number): number[] {
  const ends: number[] = [];
  for (let end = blockEnd(0, dims); ends.at(-1) !== dims; end = blockEnd(end, dims)) ends.push(end);
  return ends;
}

/** What is known of some points, as text of the same kind. */
export async function carriedPoints(points: PointTable, rows: Int32Array | null): Promise<Blob> {
  const text = new PackedText();
  await text.write(new TextEncoder().encode(await pointsJson(points, rows)));
  return text.end();
}
