import { said } from "../../i18n/said";
import { npyHeader } from "../npy-header";
import { SourceError } from "../problem";
import type { Source } from "../source";
import type { Manifest, Problem } from "../types";
import { keptDirectory, removeKept } from "./shelf";

const DESCR = { f4: "<f4", f2: "<f2", i1: "|i1" } as const;

/** A file that a worker writes at a place; the page's own types do not know it. */
interface SyncFile {
  write(bytes: Uint8Array<ArrayBuffer>, options: { at: number }): number;
  flush(): void;
  close(): void;
}

/**
 * The same source, which writes what it hands out into a folder of this browser as it goes. Where that fails (there is
 * no room left, say) it goes on without, and tells.
 *
 * @param name of the folder, as `freeName` gave it
 */
export function keeping(source: Source, name: string, tell: (problem: Problem) => void): Source {
  const { rows, dims } = source.manifest;
  let isFirst = true;
  return {
    ...source,
    async *blocks(onBytes) {
      const keeper = isFirst ? await Keeper.begin(source, name).catch(gaveUp) : null;
      isFirst = false;
      let writing = keeper;
      let columns = 0;
      try {
        for await (const block of source.blocks(onBytes)) {
          columns += block.values.length / rows;
          try {
            writing?.write(block.values, block.scales);
            // Before the last of them is handed on: whoever has all columns may open another space, which ends this worker.
            if (columns === dims) await writing?.end();
          } catch (error) {
            writing = gaveUp(error);
          }
          if (columns === dims) writing = null;
          yield block;
        }
      } finally {
        // Left in the midst: what has been written is of no use.
        if (writing) await removeKept(name).catch(() => {});
        keeper?.close();
      }
    },
  };

  function gaveUp(error: unknown): null {
    removeKept(name).catch(() => {});
    const isFull = error instanceof DOMException && error.name === "QuotaExceededError";
    const why = error instanceof Error ? error.message : String(error);
    const { title } = source.manifest;
    const problem = error instanceof SourceError ? error.problem : null;
    tell({
      what: isFull
        ? said("{title} could not be kept in this browser: there is no room left for it.", { title })
        : said("{title} could not be kept in this browser: {why}", { title, why: problem?.what ?? `${why}.` }),
      remedy: said("It is open all the same; remove kept spaces to make room, or open its file again next time."),
    });
    return null;
  }
}

/** Writes a dataset folder, its manifest last. */
class Keeper {
  readonly #source: Source;
  readonly #directory: FileSystemDirectoryHandle;
  readonly #vectors: SyncFile;
  readonly #scales: Float32Array[] = [];
  #at = 0;
  #isOpen = true;

  private constructor(source: Source, directory: FileSystemDirectoryHandle, vectors: SyncFile) {
    this.#source = source;
    this.#directory = directory;
    this.#vectors = vectors;
    const { rows, dims } = source.manifest;
    this.#append(npyHeader(DESCR[source.type], true, [rows, dims]));
  }

  static async begin(source: Source, name: string): Promise<Keeper> {
    const directory = await keptDirectory(name, true);
    const file = await directory.getFileHandle("vectors.npy", { create: true });
    const writer = file as unknown as { createSyncAccessHandle(): Promise<SyncFile> };
    return new Keeper(source, directory, await writer.createSyncAccessHandle());
  }

  write(values: ArrayBufferView, scales: Float32Array | null): void {
    this.#append(new Uint8Array(values.buffer as ArrayBuffer, values.byteOffset, values.byteLength));
    if (scales) this.#scales.push(scales.slice());
  }

  async end(): Promise<void> {
    this.#vectors.flush();
    this.close();
    const { manifest, type } = this.#source;
    const files: Manifest["files"] = { vectors: "vectors.npy" };
    if (this.#scales.length > 0) {
      const all = Float32Array.from(this.#scales.flatMap((part) => [...part]));
      await this.#put("scale.npy", new Blob([npyHeader("<f4", false, [all.length]), all]));
      files.scale = "scale.npy";
    }
    const points = await this.#source.points();
    if (points) {
      const { pointsFile } = await import("./points-file");
      await this.#put("points.parquet", new Blob([await pointsFile(points)]));
      files.points = "points.parquet";
    }
    await this.#put("dataset.json", new Blob([JSON.stringify({ ...manifest, dtype: type, files })]));
  }

  close(): void {
    if (this.#isOpen) this.#vectors.close();
    this.#isOpen = false;
  }

  #append(bytes: Uint8Array<ArrayBuffer>): void {
    // A full disk may take a part of it without an error.
    const written = this.#vectors.write(bytes, { at: this.#at });
    if (written < bytes.length) throw new DOMException("There is no room left.", "QuotaExceededError");
    this.#at += written;
  }

  async #put(name: string, content: Blob): Promise<void> {
    const writer = await (await this.#directory.getFileHandle(name, { create: true })).createWritable();
    await writer.write(content);
    await writer.close();
  }
}
