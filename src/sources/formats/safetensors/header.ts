import { type Said, said } from "../../../i18n/said";
import type { ByteFile } from "../../byte-file";
import { SourceError } from "../../problem";

/** One tensor, as the header tells it. */
export interface Tensor {
  name: string;
  dtype: string;
  shape: number[];
  /** Where its bytes lie, counted from the end of the header. */
  begin: number;
  end: number;
}

/** The format's own limit. */
export const LONGEST_HEADER = 100_000_000;
const MOST_TENSORS = 10_000;

/**
 * Reads the header: eight bytes that say how long it is, then JSON.
 *
 * @returns the tensors, and where the first of them begins
 * @throws SourceError when it is cut or is no such header
 */
export async function readHeader(file: ByteFile): Promise<{ tensors: Tensor[]; offset: number }> {
  const start = await file.slice(0, 8);
  const length = start.length < 8 ? 0 : Number(new DataView(start.buffer, start.byteOffset).getBigUint64(0, true));
  const offset = 8 + length;
  if (start.length < 8 || offset > file.size) throw broken(file, said("ends early, in its header"));
  if (length > LONGEST_HEADER) throw broken(file, said("claims a header longer than the format allows"));
  let header: unknown;
  try {
    header = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(await file.slice(8, offset)));
  } catch (error) {
    if (error instanceof SourceError) throw error;
    throw broken(file, said("has a header that is not JSON"));
  }
  if (typeof header !== "object" || header === null) throw broken(file, said("has a header that lists no tensors"));
  const named = Object.entries(header).filter(([name]) => name !== "__metadata__");
  if (named.length > MOST_TENSORS) {
    throw new SourceError({
      what: said("The file {name} holds {count} tensors.", {
        name: file.name,
        count: named.length.toLocaleString("en"),
      }),
      where: file.where,
      remedy: said("Save those that belong together in a file of their own."),
    });
  }
  return { tensors: named.map(([name, facts]) => tensorOf(file, name, facts)), offset };
}

const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0;

function tensorOf(file: ByteFile, name: string, facts: unknown): Tensor {
  const { dtype, shape, data_offsets: place } = (facts ?? {}) as Record<string, unknown>;
  const told = typeof dtype === "string" && Array.isArray(shape) && shape.length <= 16 && shape.every(isCount);
  if (!told || !Array.isArray(place) || place.length !== 2 || !place.every(isCount) || place[0] > place[1]) {
    throw broken(
      file,
      said('does not tell the type, the shape and the place of "{name}" in its header', { name: name.slice(0, 80) }),
    );
  }
  return { name, dtype, shape, begin: place[0], end: place[1] };
}

function broken(file: ByteFile, why: Said): SourceError {
  return new SourceError({
    what: said("The file {name} {why}.", { name: file.name, why }),
    where: file.where,
    remedy: said("It was not saved or copied to its end, or it was changed: copy it again, or save it anew."),
  });
}
