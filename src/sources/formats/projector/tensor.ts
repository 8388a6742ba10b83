import { said } from "../../../i18n/said";
import type { ByteFile } from "../../byte-file";
import { SourceError } from "../../problem";
import type { OpenOptions, Table } from "../../table";
import { arrayColumn } from "../arrays/array-column";
import { arrayTable } from "../arrays/array-table";
import { NUMBER_TYPES } from "../arrays/number-type";
import { slicedRows } from "../arrays/row-bytes";
import { openCsv } from "../csv/open";
import { encodingOf } from "../text/encoding";
import type { Embedding } from "./config";

const count = (n: number) => n.toLocaleString("en");

/**
 * The vectors of a projector: numbers as text, or single precision without a header, whose shape the config tells.
 *
 * @throws SourceError where the file has another size than its shape
 */
export async function openTensor(file: ByteFile, { name, shape }: Embedding, options: OpenOptions): Promise<Table> {
  const text = encodingOf(await file.slice(0, 65_536)) !== null;
  const bytes = shape ? 4 * shape[0] * shape[1] : 0;
  if (file.size !== bytes && text) return { ...(await openCsv(file, options)), name };
  if (!shape || file.size !== bytes) {
    throw new SourceError({
      what: shape
        ? said(
            "The vectors in {name} have {size} bytes, and {rows} × {dims} numbers of single precision, as the config tells, have {bytes}.",
            {
              name: file.name,
              size: count(file.size),
              rows: count(shape[0]),
              dims: count(shape[1]),
              bytes: count(bytes),
            },
          )
        : said("The vectors in {name} are no text, and the config does not tell their shape.", { name: file.name }),
      where: file.where,
      remedy: said("Set “tensorShape” in the config to the rows and the dimensions of that file."),
    });
  }
  const [rows, dims] = shape;
  const element = { kind: "number", type: NUMBER_TYPES.f4, big: false } as const;
  const read = () => slicedRows(file, { offset: 0, stride: 4 * dims });
  const column = arrayColumn({ name: file.name, shape: [rows, dims], type: "float32", element, bytes: read });
  return arrayTable({ format: "TensorBoard", file, name, columns: column ? [column] : [] });
}
