import { said, saidList } from "../i18n/said";
import type { ByteFile } from "./byte-file";
import { FORMATS } from "./formats";
import { SourceError } from "./problem";
import type { Format } from "./table";

const HEAD_BYTES = 65_536;

/**
 * Tells the format of a file by its bytes, and by its name where bytes leave a choice.
 *
 * @throws SourceError when it is empty or of no known format
 */
export async function detectFormat(file: ByteFile, formats: readonly Format[] = FORMATS): Promise<Format> {
  if (file.size === 0) {
    throw new SourceError({
      what: said("The file {name} is empty.", { name: file.name }),
      where: file.where,
      remedy: said("Check that it was written or copied to its end."),
    });
  }
  const head = await file.slice(0, HEAD_BYTES);
  const verdicts = formats.map((format) => ({ format, verdict: format.sniff(head, file) }));
  const sure = verdicts.find(({ verdict }) => verdict === "sure");
  if (sure) return sure.format;
  const maybe = verdicts.filter(({ verdict }) => verdict === "maybe").map(({ format }) => format);
  const name = file.name.toLowerCase();
  const named = maybe.find(({ suffixes }) => suffixes.some((suffix) => name.endsWith(suffix)));
  const found = named ?? maybe[0];
  if (found) return found;
  throw new SourceError({
    what: said("The file {name} is in no format that can be read here.", { name: file.name }),
    where: file.where,
    remedy: said("These can: {formats}.", { formats: saidList(FORMATS.map(({ label }) => label)) }),
  });
}
