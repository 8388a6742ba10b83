import { said } from "../../i18n/said";
import type { ByteFile } from "../byte-file";
import { crc32 } from "../formats/npz/crc";
import { Malformed } from "../malformed";

// A byte that is deflated unpacks to 1,032 at most.
const PIECE = 1 << 15;

/** One file packed by itself, of those that stand one behind the other in a gzipped file. */
interface Member {
  crc: number;
  size: number;
}

/**
 * Unpacks a gzipped file that is several, one behind the other: what `cat a.gz b.gz` and bgzip make. Browsers unpack the
 * first of them alone.
 *
 * @throws Error where it is damaged; of the file's own reading, SourceError
 */
export async function* unpackMembers(file: ByteFile): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const { Gunzip } = await import("fflate");
  const pieces: Uint8Array[] = [];
  const starts: number[] = [];
  const members: Member[] = [{ crc: 0, size: 0 }];
  const gunzip = new Gunzip((piece) => {
    pieces.push(piece);
    const member = members[members.length - 1];
    member.crc = crc32(piece, member.crc);
    member.size += piece.length;
  });
  gunzip.onmember = (start) => {
    starts.push(start);
    members.push({ crc: 0, size: 0 });
  };
  for (let at = 0; at < file.size; at += PIECE) {
    gunzip.push(await file.slice(at, at + PIECE), at + PIECE >= file.size);
    yield* pieces.splice(0) as Uint8Array<ArrayBuffer>[];
  }
  // Behind each stand its checksum and its size, which fflate does not look at.
  for (const [i, { crc, size }] of members.entries()) {
    const end = starts[i] ?? file.size;
    const { buffer } = await file.slice(end - 8, end);
    const trailer = new DataView(buffer);
    if (trailer.getUint32(0, true) !== crc >>> 0 || trailer.getUint32(4, true) !== size % 2 ** 32) {
      throw new Malformed(
        said("what ends at byte {end} has another checksum than its bytes", { end: end.toLocaleString("en") }),
      );
    }
  }
}
