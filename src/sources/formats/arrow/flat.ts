import { said } from "../../../i18n/said";
import { Malformed } from "../../malformed";
/**
 * A table of a flatbuffer: which fields it has, and where. Every step is held to the bytes there are.
 *
 * @throws RangeError where an offset leads out of them
 */
export class FlatTable {
  readonly #view: DataView;
  /** Where it stands. */
  readonly at: number;
  readonly #vtable: number;
  readonly #size: number;

  constructor(view: DataView, at: number) {
    this.#view = view;
    this.at = at;
    this.#vtable = at - view.getInt32(at, true);
    this.#size = view.getUint16(this.#vtable, true);
  }

  static root(bytes: Uint8Array): FlatTable {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    return new FlatTable(view, view.getUint32(0, true));
  }

  /** Where a field stands; 0 where it is left out. Fields are counted 4, 6, 8 … */
  field(slot: number): number {
    const offset = slot < this.#size ? this.#view.getUint16(this.#vtable + slot, true) : 0;
    return offset ? this.at + offset : 0;
  }

  byte(slot: number): number {
    const at = this.field(slot);
    return at ? this.#view.getUint8(at) : 0;
  }

  short(slot: number): number {
    const at = this.field(slot);
    return at ? this.#view.getInt16(at, true) : 0;
  }

  long(slot: number): number {
    const at = this.field(slot);
    return at ? Number(this.#view.getBigInt64(at, true)) : 0;
  }

  table(slot: number): FlatTable | null {
    const at = this.field(slot);
    return at ? new FlatTable(this.#view, at + this.#view.getUint32(at, true)) : null;
  }

  /** Where the items of a list begin and how many there are, each of `size` bytes. */
  list(slot: number, size: number): { at: number; length: number } {
    const field = this.field(slot);
    if (!field) return { at: 0, length: 0 };
    const start = field + this.#view.getUint32(field, true);
    const length = this.#view.getUint32(start, true);
    if (start + 4 + length * size > this.#view.byteLength)
      throw new Malformed(said("a list of {length} items does not fit", { length }));
    return { at: start + 4, length };
  }

  tables(slot: number): FlatTable[] {
    const { at, length } = this.list(slot, 4);
    return Array.from({ length }, (_, i) => {
      const item = at + i * 4;
      return new FlatTable(this.#view, item + this.#view.getUint32(item, true));
    });
  }

  /** Pairs of whole numbers of 64 bits. */
  pairs(slot: number): [number, number][] {
    const { at, length } = this.list(slot, 16);
    const long = (place: number) => Number(this.#view.getBigInt64(place, true));
    return Array.from({ length }, (_, i) => [long(at + i * 16), long(at + i * 16 + 8)]);
  }
}
