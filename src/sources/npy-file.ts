import { blockEnd } from "./column-stream";
import type { OpenFile } from "./files";
import { readNpyHeader } from "./npy";
import { npyMatrix } from "./npy-values";
import type { Source } from "./source";

/**
 * Opens a `.npy` file of vectors, rows × dims. It is read whole: rows lie one after the other in most, and the first
 * dimension of the last row is near the end.
 *
 * @param name what the space is called
 * @throws SourceError when it is not a matrix of numbers
 */
export async function openNpyFile(file: OpenFile, name: string, where: string): Promise<Source> {
  const bytes = new Uint8Array(await file.bytes());
  const matrix = npyMatrix(bytes, readNpyHeader(bytes, where), where);
  const { rows, dims, type } = matrix;
  return {
    manifest: {
      name,
      title: name,
      description: "",
      source: where,
      licence: "",
      model: "",
      rows,
      dims,
      dtype: type,
      files: { vectors: name },
      stops: [],
    },
    totalBytes: matrix.bytes,
    type,
    async *blocks(onBytes) {
      for (let from = 0; from < dims; ) {
        const to = blockEnd(from, dims);
        onBytes(Math.round((matrix.bytes * to) / dims));
        yield { values: matrix.columns(from, to), scales: null };
        from = to;
      }
    },
    points: async () => null,
  };
}
