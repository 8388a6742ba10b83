import { existsSync, realpathSync, statSync } from "node:fs";
import { basename, dirname, join, relative, resolve, sep } from "node:path";
import { readDatasetFolder } from "../../src/sources";
import { diskByteFile } from "../../src/sources/disk-file";
import { diskFolder } from "../../src/sources/node";
import { openTables } from "../../src/sources/open-tables";
import { DimsNeeded } from "../../src/sources/table";
import { zippedFolder } from "../../src/sources/unpack/zipped-folder";
import { UsageError } from "../arguments";
import { isDatabase } from "../databases";
import { choose } from "../packing/choose";
import { problem } from "../problem";
import { addressOf, type Shelf } from "./shelf";

/** What is served, as far as it tells before it is read. */
export interface Dataset {
  /** Its address under the server's folder. */
  address: string;
  /** Null where only reading to the end tells. */
  rows: number | null;
  dims: number;
}

/**
 * Puts a dataset on the shelf: a folder's `dataset.json` and the files that it names, or a file and those beside it that
 * it names. It is opened here as the page will open it, so that what is wrong is told at once.
 *
 * @throws SourceError when there is nothing there or it cannot be read; UsageError when it is no file of this machine
 */
export async function shelve(data: string, shelf: Shelf): Promise<Dataset> {
  if (isDatabase(data)) throw new UsageError("A database is not served: make a folder of it first, with pack.");
  if (/^https?:/.test(data)) {
    throw new UsageError("That lies on the web already: open it on the page, by Open data or #data=ADDRESS.");
  }
  if (!existsSync(data)) {
    throw problem({ what: `There is no file or folder "${data}".`, remedy: "Check the path." });
  }
  // `.` has a name too.
  const path = resolve(data);
  const name = basename(path) || "data";
  return statSync(path).isDirectory() ? shelveFolder(path, name, shelf) : shelveFile(path, name, shelf);
}

async function shelveFolder(path: string, name: string, shelf: Shelf): Promise<Dataset> {
  const { manifest } = await readDatasetFolder(diskFolder(path));
  for (const file of ["dataset.json", ...Object.values(manifest.files)]) {
    if (file === undefined) continue;
    const inside = within(path, file);
    if (!inside) {
      throw problem({
        what: existsSync(join(path, file))
          ? `The file ${file} of this folder leads out of it.`
          : `The folder has no file ${file}, which its dataset.json names.`,
        where: path,
        remedy: "Put the file itself there: a folder is served with what is in it, and nothing else.",
      });
    }
    shelf.addData(addressOf(["data", name, file]), inside);
  }
  return { address: `${addressOf(["data", name])}/`, rows: manifest.rows, dims: manifest.dims };
}

async function shelveFile(path: string, name: string, shelf: Shelf): Promise<Dataset> {
  const folder = dirname(path);
  // A config of TensorBoard's projector names others; what it does not name is not given.
  const beside = async (other: string) => {
    const inside = within(folder, other);
    if (!inside) return null;
    shelf.addData(addressOf(["data", ...relative(folder, resolve(folder, other)).split(sep)]), inside);
    return diskByteFile(inside);
  };
  const zipped = await zippedFolder(diskByteFile(path));
  if (zipped) {
    const { manifest } = await readDatasetFolder(zipped);
    shelf.addData(addressOf(["data", name]), path);
    return { address: addressOf(["data", name]), rows: manifest.rows, dims: manifest.dims };
  }
  const tables = await openTables([diskByteFile(path)], { beside }).catch((error) => {
    // A link cannot tell the page either.
    if (!(error instanceof DimsNeeded)) throw error;
    throw new UsageError(
      `${name} does not say how many dims a vector has: make a folder of it first, with pack --dims.`,
    );
  });
  const { table, dims } = choose(tables, {});
  shelf.addData(addressOf(["data", name]), path);
  return { address: addressOf(["data", name]), rows: table.rows, dims };
}

/** The place of a file in a folder; null where it is not there, or a link leads out of the folder. */
function within(folder: string, name: string): string | null {
  const path = resolve(folder, name);
  if (!existsSync(path) || !statSync(path).isFile()) return null;
  const real = realpathSync(path);
  return real.startsWith(`${realpathSync(folder)}${sep}`) ? real : null;
}
