import type { ByteFile } from "../byte-file";

/** A file of any size that no memory holds: a header, then bytes that a function of their place tells. */
export interface VirtualFile extends ByteFile {
  /** Every slice that was asked for, from … to. */
  readonly slices: [number, number][];
}

/** Makes one. @param fill writes the bytes from … into an array of zeros */
export function virtualFile(
  name: string,
  size: number,
  header: Uint8Array,
  fill: (bytes: Uint8Array<ArrayBuffer>, from: number) => void,
): VirtualFile {
  const slices: [number, number][] = [];
  return {
    name,
    where: name,
    size,
    slices,
    async slice(from, to) {
      slices.push([from, to]);
      const bytes = new Uint8Array(Math.max(0, Math.min(to, size) - from));
      fill(bytes, from);
      if (from < header.length) bytes.set(header.subarray(from, Math.min(to, header.length)));
      return bytes;
    },
    stream() {
      throw new Error("Too large to be read as a stream.");
    },
  };
}
