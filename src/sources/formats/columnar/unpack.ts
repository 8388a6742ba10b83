import { said } from "../../../i18n/said";
import { Malformed } from "../../malformed";
/** Unpacks bytes that become `length`. */
export type Decompress = (bytes: Uint8Array, length: number) => Uint8Array;

/** What may come of however few bytes; more only in proportion to them. */
const SMALL = 16 << 20;
const MOST_GROWTH = 256;

/** Holds what is unpacked to the length that was told, and that to what can be. */
export function guarded(undo: Decompress): Decompress {
  return (bytes, length) => {
    // A few bytes that claim to become gigabytes are a bomb or a broken header, and no vectors.
    if (!(length >= 0) || (length > SMALL && length > bytes.length * MOST_GROWTH)) {
      throw new Malformed(
        said("{bytes} bytes claim to become {length}", {
          bytes: bytes.length.toLocaleString("en"),
          length: length.toLocaleString("en"),
        }),
      );
    }
    const result = undo(bytes, length);
    if (result.length === length) return result;
    const [found, told] = [result.length, length].map((size) => size.toLocaleString("en"));
    throw new Malformed(said("it has {found} bytes, and its header says {told}", { found, told }));
  };
}

/** By WebAssembly: hyparquet-compressors' own takes ten times as long for many megabytes. */
export async function zstd(): Promise<Decompress> {
  const { ZSTDDecoder } = await import("zstddec");
  const decoder = new ZSTDDecoder();
  await decoder.init();
  // Of a length of 0 it would believe whatever its bytes claim.
  return (bytes, length) => (length ? decoder.decode(bytes, length) : new Uint8Array(0));
}
