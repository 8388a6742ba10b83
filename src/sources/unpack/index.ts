import type { ByteFile } from "../byte-file";
import { gunzip } from "./gunzip";
import { refusePacked } from "./refuse";
import { unzip } from "./unzip";

/**
 * A file as what is in it: what is gzipped is unpacked, of a zip archive the files of data come, any other is as it is.
 *
 * @throws SourceError when it is damaged, grows without bounds, or is packed in a way that is not unpacked here
 */
export async function unpackFile(file: ByteFile, signal?: AbortSignal): Promise<ByteFile[]> {
  const plain = await gunzip(file, signal);
  await refusePacked(plain);
  return (await unzip(plain)) ?? [plain];
}
