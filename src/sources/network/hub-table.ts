import { said } from "../../i18n/said";
import type { ByteFile } from "../byte-file";
import { concatTables } from "../concat-tables";
import { SourceError } from "../problem";
import type { Table } from "../table";
import { gate } from "./gate";
import type { HubPartFiles } from "./hub-files";
import { type ReadingOptions, rangedFile } from "./ranged-file";

// Of each file only its end is read to know its rows; a few at a time keep the line full.
const AT_ONCE = 4;

/**
 * The files of a part as one table. Of each only the end is fetched now, and later the column chunks and row groups that
 * are asked for: the hub gives ranges and tells sizes, so that no file is asked for what it is.
 *
 * @param open opens one file, as its format does
 * @throws SourceError
 */
export async function openHubPart(
  name: string,
  part: HubPartFiles,
  open: (file: ByteFile) => Promise<Table[]>,
  options: ReadingOptions = {},
): Promise<Table> {
  const { signal, progress } = options;
  const received = part.files.map(() => 0);
  const enter = gate(AT_ONCE);
  const tables = await Promise.all(
    part.files.map(({ url, path, size }, index) =>
      enter(async () => {
        signal?.throwIfAborted();
        const told = (bytes: number) => {
          received[index] = bytes;
          progress?.(
            received.reduce((sum, own) => sum + own, 0),
            part.bytes,
          );
        };
        const file = rangedFile(
          { url, name: path.split("/").at(-1) as string, size, version: "" },
          { ...options, progress: told },
        );
        const [table] = await open(file);
        if (table) return table;
        throw new SourceError({
          what: said("There is no table in {path}.", { path }),
          where: url,
          remedy: said("Choose another part of the dataset."),
        });
      }),
    ),
  );
  const several = part.config !== "default" || part.split !== "train";
  const title = several ? `${name}: ${part.config}, ${part.split}` : name;
  return concatTables(tables, title, `https://huggingface.co/datasets/${name}`);
}
