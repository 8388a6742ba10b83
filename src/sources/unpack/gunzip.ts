import { said } from "../../i18n/said";
import { type ByteFile, blobFile } from "../byte-file";
import { reasonOf, SourceError } from "../problem";
import { unpackMembers } from "./members";

/** What a file may grow to whatever its size, and how many times its size beyond: text shrinks to a tenth at best. */
const ALWAYS = 256 << 20;
const TIMES = 100;

/**
 * A gzipped file as what is in it, told by its first bytes; any other file as it is.
 *
 * @throws SourceError when it is damaged, or grows beyond 256 MB and a hundred times its size
 */
export async function gunzip(file: ByteFile, signal?: AbortSignal): Promise<ByteFile> {
  const magic = await file.slice(0, 3);
  if (magic[0] !== 0x1f || magic[1] !== 0x8b || magic[2] !== 8) return file;
  const name = file.name.replace(/\.gz$/i, "");
  const most = Math.max(ALWAYS, TIMES * file.size);
  const grown = { size: 0 };
  const unpacked = async (pieces: AsyncIterable<Uint8Array<ArrayBuffer>>): Promise<ByteFile> => {
    grown.size = 0;
    const parts: Blob[] = [];
    let pending: Uint8Array<ArrayBuffer>[] = [];
    let held = 0;
    for await (const piece of pieces) {
      signal?.throwIfAborted();
      grown.size += piece.length;
      if (grown.size > most) throw bomb(file, most);
      pending.push(piece);
      held += piece.length;
      // A browser may lay blobs down on disk; chunks of an array it cannot.
      if (held >= 1 << 24) {
        parts.push(new Blob(pending));
        pending = [];
        held = 0;
      }
    }
    return blobFile(new Blob([...parts, ...pending]), name, file.where);
  };
  try {
    return await unpacked(nativePieces(file));
  } catch (error) {
    if (error instanceof SourceError || signal?.aborted) throw error;
    const { size } = grown;
    return unpacked(unpackMembers(file)).catch((second: unknown) => {
      if (second instanceof SourceError || signal?.aborted) throw second;
      throw damaged(file, size, error);
    });
  }
}

async function* nativePieces(file: ByteFile): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const reader = file.stream().pipeThrough(new DecompressionStream("gzip")).getReader();
  try {
    while (true) {
      const { value, done } = await reader.read();
      if (done) break;
      yield value;
    }
  } finally {
    await reader.cancel().catch(() => {});
  }
}

function damaged(file: ByteFile, size: number, error: unknown): SourceError {
  const values = { name: file.name, size: size.toLocaleString("en") };
  const why = reasonOf(error);
  return new SourceError({
    what: why
      ? said("The file {name} cannot be unpacked beyond byte {size} of what is in it: {why}.", { ...values, why })
      : said("The file {name} cannot be unpacked beyond byte {size} of what is in it.", values),
    where: file.where,
    remedy: said("It is cut short or damaged: fetch it again, or unpack it with gunzip and open what comes out."),
  });
}

function bomb(file: ByteFile, most: number): SourceError {
  const [packed, grown] = [file.size, most].map((bytes) =>
    (bytes / 1e6).toLocaleString("en", { maximumFractionDigits: 1 }),
  );
  return new SourceError({
    what: said("The file {name} has {packed} MB and grew to more than {grown} MB as it was unpacked.", {
      name: file.name,
      packed,
      grown,
    }),
    where: file.where,
    remedy: said("If that is what you expect, unpack it with gunzip and open what comes out."),
  });
}
