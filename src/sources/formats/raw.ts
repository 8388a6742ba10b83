import { type Said, said } from "../../i18n/said";
import type { ByteFile } from "../byte-file";
import { SourceError } from "../problem";
import { DimsNeeded, type Format } from "../table";
import { arrayColumn } from "./arrays/array-column";
import { arrayTable } from "./arrays/array-table";
import { NUMBER_TYPES } from "./arrays/number-type";
import { slicedRows } from "./arrays/row-bytes";
import { encodingOf } from "./text/encoding";

const count = (n: number) => n.toLocaleString("en");

const SIZE = 4;
const MOST_DIMS = 1 << 20;
/** Dims that models have, the commonest first. */
const COMMON = [1536, 768, 1024, 384, 3072, 512, 256, 128, 300, 64, 4096, 2048, 100, 200, 50, 960, 96, 32, 16, 8];
/** Names that say what it is, whatever its bytes look like. */
const TELLING = [".f32", ".f4"];

/** Singles, one row after another, and nothing else: as ndarray.tofile writes them. */
export const raw: Format = {
  id: "raw",
  label: said("raw float32"),
  suffixes: [...TELLING, ".bin", ".raw", ".dat"],
  sniff(head, { name, size }) {
    const called = (suffixes: readonly string[]) => suffixes.some((suffix) => name.toLowerCase().endsWith(suffix));
    if (called(TELLING)) return "maybe";
    if (encodingOf(head) !== null) return null;
    return called(raw.suffixes) || (size % SIZE === 0 && looksLikeSingles(head)) ? "maybe" : null;
  },
  async open(file, { dims }) {
    const values = wholeNumbers(file);
    if (dims === undefined) throw new DimsNeeded(file, suggestedDims(values, file.name));
    const rows = values / dims;
    if (!Number.isInteger(dims) || dims < 1 || dims > MOST_DIMS || !Number.isInteger(rows)) {
      throw new SourceError({
        what: said("The file {name} holds {values} numbers, and vectors of {dims} do not divide them: {why}.", {
          name: file.name,
          values: count(values),
          dims: count(dims),
          why: remainder(values, dims),
        }),
        where: file.where,
        remedy: said(
          "Say how many dimensions it has; if that is right, check that it holds float32 and was copied to its end.",
        ),
      });
    }
    const column = arrayColumn({
      name: file.name,
      shape: [rows, dims],
      type: "float32",
      element: { kind: "number", type: NUMBER_TYPES.f4, big: false },
      bytes: () => slicedRows(file, { offset: 0, stride: dims * SIZE }),
    });
    return [arrayTable({ format: said("raw float32"), file, name: file.name, columns: [column!] })];
  },
};

function remainder(values: number, dims: number): Said {
  if (!Number.isInteger(dims) || dims < 1) return said("it is no count");
  if (dims > values) return said("they are fewer than that");
  return said("after {vectors} vectors {left} are left over", {
    vectors: count(Math.floor(values / dims)),
    left: count(values % dims),
  });
}

function wholeNumbers(file: ByteFile): number {
  const values = file.size / SIZE;
  if (Number.isInteger(values)) return values;
  throw new SourceError({
    what: said("The file {name} is {size} bytes long, and numbers of float32 take 4 each: {left} are left over.", {
      name: file.name,
      size: count(file.size),
      left: file.size % SIZE,
    }),
    where: file.where,
    remedy: said(
      "Check that it holds float32 and was copied to its end. What has a header or other numbers: save it as .npy.",
    ),
  });
}

/** Numbers in its name first, then what models have, then whatever divides; each divides the values into two rows at least. */
function suggestedDims(values: number, name: string): number[] {
  const divides = (dims: number) => dims >= 2 && dims <= values / 2 && values % dims === 0;
  // The 32 of float32 and .f32 is none of them.
  const stem = name.toLowerCase().replace(/\.[^.]*$|f(loat)?_?(32|4)/g, " ");
  const named = (stem.match(/\d+/g) ?? []).map(Number).filter((dims) => dims >= 8 && dims <= 8192);
  const found = [...new Set([...named, ...COMMON])].filter(divides).slice(0, 8);
  if (found.length > 0) return found;
  const any = Array.from({ length: 4095 }, (_, i) => 4096 - i).filter(divides);
  return any.length > 0 ? any.slice(0, 8) : [values];
}

/** Whether nearly all are numbers as vectors have them; what is text, packed or whole numbers is not so. */
function looksLikeSingles(head: Uint8Array): boolean {
  const values = Math.floor(head.length / SIZE);
  const view = new DataView(head.buffer, head.byteOffset);
  let [plausible, other] = [0, 0];
  for (let i = 0; i < values; i++) {
    const value = Math.abs(view.getFloat32(i * SIZE, true));
    if (value > 1e-12 && value < 1e6) plausible++;
    else if (value !== 0) other++;
  }
  return plausible > values / 2 && other < values / 100;
}
