import type { CompressionCodec } from "hyparquet";

type Decompress = (bytes: Uint8Array, length: number) => Uint8Array;

/** What a page may hold whatever its compressed size; more only in proportion to that. */
const SMALL_PAGE = 16 << 20;
const MOST_GROWTH = 256;

/**
 * Fetches what undoes a compression.
 *
 * @throws Error in words where there is none
 */
export async function decompressor(codec: CompressionCodec): Promise<Decompress> {
  if (codec === "UNCOMPRESSED") return (bytes) => bytes;
  const undo = codec === "ZSTD" ? await zstd() : (await import("hyparquet-compressors")).compressors[codec];
  if (!undo) throw new Error(`its compression ${codec} is not known here`);
  return (bytes, length) => {
    // A few bytes that claim to become gigabytes are a bomb or a broken header, and no vectors.
    if (length > SMALL_PAGE && length > bytes.length * MOST_GROWTH) {
      throw new Error(`${bytes.length.toLocaleString("en")} bytes claim to become ${length.toLocaleString("en")}`);
    }
    const result = undo(bytes, length);
    if (result.length !== length) {
      throw new Error(
        `it has ${result.length.toLocaleString("en")} bytes, and its header says ${length.toLocaleString("en")}`,
      );
    }
    return result;
  };
}

/** By WebAssembly: hyparquet-compressors' own takes ten times as long for a page of many megabytes. */
async function zstd(): Promise<Decompress> {
  const { ZSTDDecoder } = await import("zstddec");
  const decoder = new ZSTDDecoder();
  await decoder.init();
  // Of a length of 0 it would believe whatever its bytes claim.
  return (bytes, length) => (length ? decoder.decode(bytes, length) : new Uint8Array(0));
}
