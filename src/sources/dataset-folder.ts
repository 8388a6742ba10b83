import { columnStream } from "./column-stream";
import { fetchFile } from "./fetching";
import { readManifest } from "./manifest";
import { readNpyHeader } from "./npy";
import { SourceError } from "./problem";
import type { Manifest, PointTable } from "./types";

/** The next columns of a space: columns × rows values, column after column. */
export interface SourceBlock {
  values: Float32Array | Int8Array;
  scales: Float32Array | null;
}

/** A space that is being read: its columns come in order, its points when they have arrived. */
export interface Source {
  manifest: Manifest;
  /** Bytes of the vectors, all of them. */
  totalBytes: number;
  /** The type of the values that `blocks` gives. */
  type: "f4" | "i1";
  blocks(onBytes: (bytes: number) => void): AsyncGenerator<SourceBlock>;
  points(): Promise<PointTable | null>;
}

/**
 * Opens a dataset folder: `dataset.json` at once, the vectors as a stream, the points beside it.
 *
 * @param url address of the folder
 * @throws SourceError when the manifest or a file it names cannot be had
 */
export async function openDatasetFolder(url: string, signal: AbortSignal): Promise<Source> {
  const folder = url.endsWith("/") ? url : `${url}/`;
  const at = (file: string) => new URL(file, folder).href;
  const manifestUrl = at("dataset.json");
  const answer = await fetchFile(manifestUrl, "dataset.json", signal);
  const manifest = readManifest(await readJson(answer, manifestUrl), manifestUrl);
  const { files, rows, dims, dtype } = manifest;
  const width = { f4: 4, f2: 2, i1: 1 }[dtype];
  return {
    manifest,
    totalBytes: rows * dims * width,
    type: dtype === "i1" ? "i1" : "f4",
    async *blocks(onBytes) {
      const vectors = at(files.vectors);
      const [scales, response] = await Promise.all([
        files.scale ? readScales(at(files.scale), files.scale, dims, signal) : null,
        fetchFile(vectors, files.vectors, signal),
      ]);
      if (!response.body) return;
      for await (const { from, to, bytes } of columnStream(response.body, manifest, vectors, onBytes)) {
        yield { values: widen(bytes, dtype), scales: scales?.slice(from, to) ?? null };
      }
    },
    async points() {
      if (!files.points) return null;
      const address = at(files.points);
      // The reader of Parquet is fetched when the points are: the first frame does not wait for it.
      const [table, { readPoints }] = await Promise.all([fetchFile(address, files.points, signal), import("./points")]);
      return readPoints(await table.arrayBuffer(), rows, address);
    },
  };
}

async function readJson(response: Response, where: string): Promise<unknown> {
  try {
    return await response.json();
  } catch {
    throw new SourceError({
      what: "The manifest is not JSON.",
      where,
      remedy: "Check that the address is that of a dataset folder, or open another dataset.",
    });
  }
}

async function readScales(url: string, name: string, dims: number, signal: AbortSignal): Promise<Float32Array> {
  const bytes = new Uint8Array(await (await fetchFile(url, name, signal)).arrayBuffer());
  const header = readNpyHeader(bytes, url);
  if (header.descr !== "<f4" || header.shape.join() !== String(dims) || bytes.length < header.offset + dims * 4) {
    throw new SourceError({
      what: `The scales are not what the manifest says: it needs ${dims} <f4, and the file holds ${header.shape.join(" × ")} ${header.descr}.`,
      where: url,
      remedy: "Make the dataset folder again, or open another dataset.",
    });
  }
  return new Float32Array(bytes.slice(header.offset, header.offset + dims * 4).buffer);
}

function widen(bytes: Uint8Array<ArrayBuffer>, dtype: Manifest["dtype"]): Float32Array | Int8Array {
  if (dtype === "i1") return new Int8Array(bytes.buffer);
  if (dtype === "f4") return new Float32Array(bytes.buffer);
  return halvesToFloats(new Uint16Array(bytes.buffer));
}

/** IEEE 754 half precision to single. */
export function halvesToFloats(halves: Uint16Array): Float32Array {
  const floats = new Float32Array(halves.length);
  for (let i = 0; i < halves.length; i++) {
    const bits = halves[i];
    const sign = bits & 0x8000 ? -1 : 1;
    const exponent = (bits >> 10) & 31;
    const fraction = bits & 1023;
    if (exponent === 0) floats[i] = sign * fraction * 2 ** -24;
    else if (exponent === 31) floats[i] = fraction ? Number.NaN : sign * Number.POSITIVE_INFINITY;
    else floats[i] = sign * (1 + fraction / 1024) * 2 ** (exponent - 15);
  }
  return floats;
}
