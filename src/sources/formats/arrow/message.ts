import { said } from "../../../i18n/said";
import { Malformed } from "../../malformed";
import { FlatTable } from "./flat";

/** What a message of Arrow's says of itself. */
export interface Message {
  kind: "schema" | "dictionary" | "batch" | "other";
  bodyLength: number;
  /** Of a batch: how many rows. */
  rows: number;
  /** Of a batch or dictionary: how its buffers are compressed. */
  codec: "lz4" | "zstd" | null;
}

const KINDS = ["other", "schema", "dictionary", "batch"] as const;
const MOST_FIELDS = 200_000;
const UNION = 14;
/** A byte holds eight values of true or false; where it is packed, as many as one value over and over takes. */
const MOST_A_BYTE = { plain: 8, packed: 4096 };
const FEW = 1000;

/**
 * Reads what stands before the body of a message, and holds it against itself: flechette believes what it reads.
 *
 * @throws RangeError when it makes no sense
 */
export function readMessage(bytes: Uint8Array): Message {
  const root = FlatTable.root(bytes);
  const kind = KINDS[root.byte(6)] ?? "other";
  const bodyLength = root.long(10);
  if (root.short(4) > 4 || !(bodyLength >= 0) || !Number.isSafeInteger(bodyLength)) {
    throw new Malformed(said("it is no message of Arrow's"));
  }
  const header = root.table(8);
  const message: Message = { kind, bodyLength, rows: 0, codec: null };
  if (!header || kind === "other") return { ...message, kind: "other" };
  if (kind === "schema") {
    checkSchema(header);
    return message;
  }
  const batch = kind === "dictionary" ? header.table(6) : header;
  if (!batch) throw new Malformed(said("a dictionary has no values"));
  return { ...message, ...checkBatch(batch, bodyLength) };
}

function checkSchema(schema: FlatTable): void {
  if (schema.short(4) !== 0) throw new Malformed(said("its numbers are big-endian"));
  schema.tables(8);
  let left = MOST_FIELDS;
  const check = (field: FlatTable) => {
    if (--left < 0) throw new Malformed(said("it has too many columns"));
    field.tables(16);
    field.list(4, 1);
    if (field.byte(8) === 0) throw new Malformed(said("a column has no type"));
    if (field.byte(8) === UNION) field.table(10)?.list(6, 4);
    for (const child of field.tables(14)) check(child);
  };
  for (const field of schema.tables(6)) check(field);
}

function checkBatch(batch: FlatTable, bodyLength: number): Pick<Message, "rows" | "codec"> {
  const rows = batch.long(4);
  const compression = batch.table(10);
  const most = FEW + bodyLength * MOST_A_BYTE[compression ? "packed" : "plain"];
  if (!(rows >= 0 && rows <= most))
    throw new Malformed(said("{rows} rows are not in {bytes} bytes", { rows, bytes: bodyLength }));
  for (const [length, nulls] of batch.pairs(6)) {
    if (!(length >= 0 && length <= most && nulls >= 0 && nulls <= length)) {
      throw new Malformed(
        said("{length} values, {nulls} of them missing, are not in {bytes} bytes", {
          length,
          nulls,
          bytes: bodyLength,
        }),
      );
    }
  }
  for (const [offset, length] of batch.pairs(8)) {
    if (!(offset >= 0 && length >= 0 && offset + length <= bodyLength)) {
      throw new Malformed(
        said("a buffer of {length} bytes at {offset} is not in its body of {body}", {
          length,
          offset,
          body: bodyLength,
        }),
      );
    }
  }
  batch.list(12, 8);
  return { rows, codec: compression ? (compression.byte(4) === 1 ? "zstd" : "lz4") : null };
}
