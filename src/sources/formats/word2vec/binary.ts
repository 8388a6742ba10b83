import { type Said, said } from "../../../i18n/said";
import type { ByteFile } from "../../byte-file";
import { SourceError } from "../../problem";
import type { Batch, ReadRequest, Table } from "../../table";
import { Gather } from "../text/gather";
import { type Header, LONGEST_WORD } from "./sniff";

const PIECE = 1 << 20;
const [NEWLINE, SPACE] = [10, 32];
const count = (n: number) => n.toLocaleString("en");

/**
 * The binary form: a word, a space and singles, for each row. Words are of any length, so it is read from its beginning.
 *
 * @throws SourceError when there are fewer bytes than its header needs
 */
export function openBinary(file: ByteFile, header: Header): Table {
  const { rows, dims, offset } = header;
  const least = offset + rows * (4 * dims + 1);
  if (least > file.size) {
    throw broken(
      file,
      said(
        "ends early: {rows} words of {dims} dims, as its first line says, take {least} bytes at least, and {size} are there",
        { rows: count(rows), dims: count(dims), least: count(least), size: count(file.size) },
      ),
    );
  }
  return {
    format: "word2vec",
    name: file.name,
    where: file.where,
    rows,
    columns: [
      { name: "vector", kind: "vector", type: "float32", vector: { dims, values: "f4" } },
      { name: "word", kind: "text", type: "text" },
    ],
    notes: [],
    batches: (request) => read(file, header, request),
  };
}

async function* read(file: ByteFile, { rows, dims, offset }: Header, request: ReadRequest): AsyncGenerator<Batch> {
  const gather = new Gather(request, dims);
  const decoder = new TextDecoder();
  const most = LONGEST_WORD + 2 + 4 * dims;
  let bytes = new Uint8Array(0);
  let at = 0;
  let next = offset;
  for (let row = 0; row < rows && !gather.finished; row++) {
    if (bytes.length - at < most && next < file.size) {
      request.signal?.throwIfAborted();
      const more = await file.slice(next, next + Math.max(PIECE, most));
      const joined = new Uint8Array(bytes.length - at + more.length);
      joined.set(bytes.subarray(at));
      joined.set(more, bytes.length - at);
      next += more.length;
      [bytes, at] = [joined, 0];
      if (more.length === 0) next = file.size;
    }
    // Some programs end each row with a line.
    if (bytes[at] === NEWLINE) at++;
    const space = bytes.indexOf(SPACE, at);
    const to = space + 1 + 4 * dims;
    if (space >= 0 && to > bytes.length)
      throw broken(file, said("ends within row {row} of {rows}", { row: count(row), rows: count(rows) }));
    const word = bytes.subarray(at, space);
    if (space < 0 || word.length > LONGEST_WORD || word.some((byte) => byte < SPACE)) {
      throw broken(
        file,
        said("has no word at the beginning of row {row}, near byte {at}", {
          row: count(row),
          at: count(next - bytes.length + at),
        }),
      );
    }
    if (gather.wants(row)) {
      const slot = request.vector === null ? null : gather.slot();
      if (slot) new Uint8Array(slot.buffer, slot.byteOffset, 4 * dims).set(bytes.subarray(space + 1, to));
      gather.add(row, () => decoder.decode(word));
      if (gather.full) yield gather.take((row + 1) / rows);
    }
    at = to;
  }
  if (!gather.empty) yield gather.take(1);
}

function broken(file: ByteFile, why: Said): SourceError {
  return new SourceError({
    what: said("The file {name} {why}.", { name: file.name, why }),
    where: file.where,
    remedy: said("It was not written or copied to its end, or it was changed: copy it again."),
  });
}
