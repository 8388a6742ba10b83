import type { ByteFile } from "../byte-file";
import { SourceError } from "../problem";

/** Files that are known by their first bytes, and are not opened: what they are, and what to do. */
const KNOWN: { at?: number; mark: number[]; what: string; remedy: string }[] = [
  { mark: [0xfd, 0x37, 0x7a, 0x58, 0x5a, 0], what: "packed with xz", remedy: "Unpack it first: unxz -k" },
  { mark: [0x42, 0x5a, 0x68], what: "packed with bzip2", remedy: "Unpack it first: bunzip2 -k" },
  { mark: [0x28, 0xb5, 0x2f, 0xfd], what: "packed with zstd", remedy: "Unpack it first: unzstd" },
  { mark: [0x04, 0x22, 0x4d, 0x18], what: "packed with lz4", remedy: "Unpack it first: unlz4" },
  { mark: [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c], what: "an archive of 7-Zip", remedy: "Unpack it first: 7z x" },
  { mark: [0x52, 0x61, 0x72, 0x21, 0x1a, 7], what: "an archive of RAR", remedy: "Unpack it first: unrar x" },
  { at: 257, mark: [0x75, 0x73, 0x74, 0x61, 0x72], what: "an archive of tar", remedy: "Unpack it first: tar -xf" },
];
const EXCEL = "In Excel save the sheet as CSV UTF-8 and open that.";
const PICKLE =
  "Such a file can run any program as it is read. Write the vectors with numpy.save or safetensors and open that.";

/**
 * Refuses what is packed in ways that are not unpacked here, and what is no data by itself.
 *
 * @throws SourceError that says what it is and how to get at what is in it
 */
export async function refusePacked(file: ByteFile): Promise<void> {
  const head = await file.slice(0, 512);
  const begins = (mark: number[], at = 0) => mark.every((byte, i) => head[at + i] === byte);
  const found = KNOWN.find(({ mark, at }) => begins(mark, at));
  if (found) throw refused(file, found.what, `${found.remedy} ${file.name}, and open what comes out.`);
  if (begins([0xd0, 0xcf, 0x11, 0xe0])) throw refused(file, "a workbook of Excel", EXCEL);
  const isPickle = head[0] === 0x80 && head[1] >= 2 && head[1] <= 5;
  if (isPickle && /\.(pkl|pickle|p|pt|pth|joblib)$/i.test(file.name)) throw refused(file, "a pickle of Python", PICKLE);
}

/** Refuses archives that are no folders of data: workbooks of Excel, models of PyTorch. */
export function refuseArchive(file: ByteFile, names: readonly string[]): void {
  if (names.includes("[Content_Types].xml")) {
    const excel = names.some((name) => name.startsWith("xl/"));
    throw refused(file, `a ${excel ? "workbook" : "document"} of Office`, EXCEL);
  }
  if (names.some((name) => /(^|\/)data\.pkl$/.test(name))) throw refused(file, "a file of PyTorch, a pickle", PICKLE);
}

function refused(file: ByteFile, what: string, remedy: string): SourceError {
  return new SourceError({ what: `The file ${file.name} is ${what}.`, where: file.where, remedy });
}
