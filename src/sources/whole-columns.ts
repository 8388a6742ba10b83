import { said } from "../i18n/said";
import type { Folder } from "./files";
import { npyHeaderLength, readNpyHeader } from "./npy";
import { SourceError } from "./problem";
import type { WholeBlock } from "./source";
import type { Manifest } from "./types";

/**
 * The moments of the whole that a folder's rows are a sample of, block by block as its columns come: `mean.npy` (f8) and
 * the upper half of the covariance, column after column (f4), so that the first columns' come first.
 *
 * @throws SourceError when a file is not what the manifest says, or ends early
 */
export async function wholeColumns(folder: Folder, { files, dims }: Manifest) {
  if (!files.mean || !files.covariance) return null;
  const means = await arrayOf(folder, files.mean, "<f8", dims);
  const covariance = await arrayOf(folder, files.covariance, "<f4", (dims * (dims + 1)) / 2);
  const meanValues = new Float64Array(means);
  const values = new Float32Array(covariance);
  return (from: number, to: number): WholeBlock => {
    const width = to - from;
    const block = new Float32Array(to * width);
    for (let j = from; j < to; j++) {
      const at = (j * (j + 1)) / 2;
      for (let i = 0; i <= j; i++) {
        block[i * width + j - from] = values[at + i];
        if (i >= from) block[j * width + i - from] = values[at + i];
      }
    }
    return { means: meanValues.slice(from, to), covariance: block };
  };
}

async function arrayOf(folder: Folder, name: string, descr: string, length: number): Promise<ArrayBuffer> {
  const where = folder.where(name);
  const bytes = new Uint8Array(await (await folder.open(name)).bytes());
  npyHeaderLength(bytes, where);
  const header = readNpyHeader(bytes, where);
  const size = length * Number(descr.slice(2));
  if (header.descr !== descr || header.shape.join() !== String(length) || bytes.length < header.offset + size) {
    throw new SourceError({
      what: said("This is not what the manifest says: it needs {length} {type}, and the file holds {shape} {found}.", {
        length,
        type: descr,
        shape: header.shape.join(" × "),
        found: header.descr,
      }),
      where,
      remedy: said("Merge the summaries again."),
    });
  }
  return bytes.slice(header.offset, header.offset + size).buffer;
}
