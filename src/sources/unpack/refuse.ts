import { type Said, said } from "../../i18n/said";
import type { ByteFile } from "../byte-file";
import { SourceError } from "../problem";

/** Files that are known by their first bytes, and are not opened: what they are, and what unpacks them. */
const KNOWN: { at?: number; mark: number[]; what: Said; unpacked: string }[] = [
  { mark: [0xfd, 0x37, 0x7a, 0x58, 0x5a, 0], what: said("packed with xz"), unpacked: "unxz -k" },
  { mark: [0x42, 0x5a, 0x68], what: said("packed with bzip2"), unpacked: "bunzip2 -k" },
  { mark: [0x28, 0xb5, 0x2f, 0xfd], what: said("packed with zstd"), unpacked: "unzstd" },
  { mark: [0x04, 0x22, 0x4d, 0x18], what: said("packed with lz4"), unpacked: "unlz4" },
  { mark: [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c], what: said("an archive of 7-Zip"), unpacked: "7z x" },
  { mark: [0x52, 0x61, 0x72, 0x21, 0x1a, 7], what: said("an archive of RAR"), unpacked: "unrar x" },
  { at: 257, mark: [0x75, 0x73, 0x74, 0x61, 0x72], what: said("an archive of tar"), unpacked: "tar -xf" },
];
const EXCEL = said("In Excel save the sheet as CSV UTF-8 and open that.");
const PICKLE = said(
  "Such a file can run any program as it is read. Write the vectors with numpy.save or safetensors and open that.",
);

/**
 * Refuses what is packed in ways that are not unpacked here, and what is no data by itself.
 *
 * @throws SourceError that says what it is and how to get at what is in it
 */
export async function refusePacked(file: ByteFile): Promise<void> {
  const head = await file.slice(0, 512);
  const begins = (mark: number[], at = 0) => mark.every((byte, i) => head[at + i] === byte);
  const found = KNOWN.find(({ mark, at }) => begins(mark, at));
  if (found)
    throw refused(
      file,
      found.what,
      said("Unpack it first: {command} {name}, and open what comes out.", { command: found.unpacked, name: file.name }),
    );
  if (begins([0xd0, 0xcf, 0x11, 0xe0])) throw refused(file, said("a workbook of Excel"), EXCEL);
  const isPickle = head[0] === 0x80 && head[1] >= 2 && head[1] <= 5;
  if (isPickle && /\.(pkl|pickle|p|pt|pth|joblib)$/i.test(file.name))
    throw refused(file, said("a pickle of Python"), PICKLE);
}

/** Refuses archives that are no folders of data: workbooks of Excel, models of PyTorch. */
export function refuseArchive(file: ByteFile, names: readonly string[]): void {
  if (names.includes("[Content_Types].xml")) {
    const excel = names.some((name) => name.startsWith("xl/"));
    throw refused(file, excel ? said("a workbook of Office") : said("a document of Office"), EXCEL);
  }
  if (names.some((name) => /(^|\/)data\.pkl$/.test(name)))
    throw refused(file, said("a file of PyTorch, a pickle"), PICKLE);
}

function refused(file: ByteFile, what: Said, remedy: Said): SourceError {
  return new SourceError({
    what: said("The file {name} is {what}.", { name: file.name, what }),
    where: file.where,
    remedy,
  });
}
