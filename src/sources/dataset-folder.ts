import { said } from "../i18n/said";
import { columnStream } from "./column-stream";
import type { Folder } from "./files";
import { httpFolder } from "./http-folder";
import { readManifest } from "./manifest";
import { readNpyHeader } from "./npy";
import { SourceError } from "./problem";
import type { Source, SourceBlock } from "./source";
import type { Manifest } from "./types";

/**
 * Opens a dataset folder on a web server; see `readDatasetFolder`.
 *
 * @param url address of the folder
 */
export function openDatasetFolder(url: string, signal: AbortSignal): Promise<Source> {
  return readDatasetFolder(httpFolder(url, signal));
}

/**
 * Reads a dataset folder: `dataset.json` at once, the vectors as a stream, the points beside it.
 *
 * @throws SourceError when the manifest or a file it names cannot be had
 */
export async function readDatasetFolder(folder: Folder): Promise<Source> {
  const where = folder.where("dataset.json");
  const manifest = readManifest(parseJson(await (await folder.open("dataset.json")).bytes(), where), where);
  const { files, rows, dims, dtype } = manifest;
  const width = { f4: 4, f2: 2, i1: 1 }[dtype];
  return {
    manifest,
    totalBytes: rows * dims * width,
    type: dtype,
    async *blocks(onBytes) {
      const [scales, whole, vectors] = await Promise.all([
        files.scale ? readScales(folder, files.scale, dims) : null,
        files.covariance ? import("./whole-columns").then(({ wholeColumns }) => wholeColumns(folder, manifest)) : null,
        folder.open(files.vectors),
      ]);
      const name = folder.where(files.vectors);
      for await (const { from, to, bytes } of columnStream(vectors.stream, manifest, name, onBytes)) {
        yield { values: typed(bytes, dtype), scales: scales?.slice(from, to) ?? null, whole: whole?.(from, to) };
      }
    },
    async points() {
      if (!files.points) return null;
      // The reader of Parquet is fetched when the points are: the first frame does not wait for it.
      const [table, { readPoints }] = await Promise.all([folder.open(files.points), import("./points")]);
      return readPoints(await table.bytes(), rows, folder.where(files.points));
    },
  };
}

function parseJson(bytes: ArrayBuffer, where: string): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    throw new SourceError({
      what: said("The manifest is not JSON."),
      where,
      remedy: said("Check that the address is that of a dataset folder, or open another dataset."),
    });
  }
}

/** What brings the codes of each dimension back. */
export async function readScales(folder: Folder, name: string, dims: number): Promise<Float32Array> {
  const where = folder.where(name);
  const bytes = new Uint8Array(await (await folder.open(name)).bytes());
  const header = readNpyHeader(bytes, where);
  if (header.descr !== "<f4" || header.shape.join() !== String(dims) || bytes.length < header.offset + dims * 4) {
    throw new SourceError({
      what: said(
        "The scales are not what the manifest says: it needs {dims} <f4, and the file holds {shape} {descr}.",
        { dims, shape: header.shape.join(" × "), descr: header.descr },
      ),
      where,
      remedy: said("Make the dataset folder again, or open another dataset."),
    });
  }
  return new Float32Array(bytes.slice(header.offset, header.offset + dims * 4).buffer);
}

function typed(bytes: Uint8Array<ArrayBuffer>, dtype: Manifest["dtype"]): SourceBlock["values"] {
  if (dtype === "i1") return new Int8Array(bytes.buffer);
  return dtype === "f4" ? new Float32Array(bytes.buffer) : new Uint16Array(bytes.buffer);
}
