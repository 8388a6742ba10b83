import type { CompressionCodec } from "hyparquet";
import { said } from "../../../i18n/said";
import { Malformed } from "../../malformed";
import { type Decompress, guarded, zstd } from "../columnar/unpack";

/**
 * Fetches what undoes a compression.
 *
 * @throws Error in words where there is none
 */
export async function decompressor(codec: CompressionCodec): Promise<Decompress> {
  if (codec === "UNCOMPRESSED") return (bytes) => bytes;
  const undo = codec === "ZSTD" ? await zstd() : (await import("hyparquet-compressors")).compressors[codec];
  if (!undo) throw new Malformed(said("its compression {codec} is not known here", { codec }));
  return guarded(undo);
}
