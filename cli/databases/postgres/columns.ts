import { mostCommon } from "../../../src/sources/formats/csv/dialect";
import type { Column } from "../../../src/sources/table";
import { type Connection, quoted } from "./connection";
import { vectorOf, type Writing } from "./values";

/** A column, and how its vectors are written where it holds some. */
export interface PgColumn extends Column {
  writing?: Writing;
}

/** A table, a view or the like, by its place in the catalogue. */
export interface Relation {
  oid: string;
  schema: string;
  name: string;
  /** `r` a table, `p` one in partitions, `v` a view, `m` a stored one, `f` one that lies elsewhere. */
  kind: string;
}

const SAMPLE = 50;
const LEAST_DIMS = 2;
const NUMBERS = new Set(["int2", "int4", "int8", "float4", "float8", "numeric"]);
const ARRAYS = new Set([...NUMBERS].map((name) => `_${name}`));
const TEXTS = new Set(["text", "varchar", "bpchar", "json", "jsonb"]);
const SHOWN = new Set(["text", "varchar", "bpchar", "name", "bool", "uuid", "date", "timestamp", "timestamptz"]);

/** The columns of a table; which of them hold vectors, and of how many dims, is told by their types and first values. */
export async function columnsOf(connection: Connection, relation: Relation): Promise<PgColumn[]> {
  const found = await connection.rows(
    `SELECT a.attname, format_type(a.atttypid, a.atttypmod), t.typname, coalesce(b.typname, t.typname),
            coalesce(b.typtype, t.typtype), a.atttypmod
       FROM pg_attribute a JOIN pg_type t ON t.oid = a.atttypid LEFT JOIN pg_type b ON b.oid = t.typbasetype
      WHERE a.attrelid = $1 AND a.attnum > 0 AND NOT a.attisdropped ORDER BY a.attnum`,
    [relation.oid],
  );
  const columns: PgColumn[] = [];
  for (const [name, type, own, base, kind, mod] of found as string[][]) {
    const writing = writingOf(own, base);
    const declared = isOfPgvector(own) && Number(mod) > 0 ? Number(mod) : null;
    const dims = writing && (declared ?? (await dimsOf(connection, relation, { name, writing, own, base })));
    if (writing && dims) columns.push({ name, kind: "vector", type, vector: { dims, values: "f4" }, writing });
    else if (NUMBERS.has(base)) columns.push({ name, kind: "number", type });
    else columns.push({ name, kind: SHOWN.has(base) || kind === "e" ? "text" : "other", type });
  }
  return columns;
}

function isOfPgvector(type: string): boolean {
  return type === "vector" || type === "halfvec" || type === "sparsevec";
}

function writingOf(own: string, base: string): Writing | null {
  if (own === "sparsevec") return "sparse";
  if (isOfPgvector(own) || ARRAYS.has(base) || TEXTS.has(base)) return "list";
  return base === "bytea" ? "bytes" : null;
}

/** How many numbers most of the first values hold; null where they are no vectors. */
async function dimsOf(
  connection: Connection,
  { schema, name: table }: Relation,
  { name, writing, own, base }: { name: string; writing: Writing; own: string; base: string },
): Promise<number | null> {
  const column = quoted(name);
  // Any text may hold a list, so it is looked at where it stands: a column of nothing would be read to its end.
  const where = TEXTS.has(base) && !isOfPgvector(own) ? "" : `WHERE ${column} IS NOT NULL`;
  const sample = `SELECT ${column}::text FROM ${quoted(schema)}.${quoted(table)} ${where} LIMIT ${SAMPLE}`;
  const texts = (await connection.rows(sample)).flatMap(([text]) => text ?? []);
  const lengths = texts.flatMap((text) => (isLikely(text, writing) ? (vectorOf(text, writing)?.length ?? []) : []));
  if (lengths.length === 0 || lengths.length < 0.8 * texts.length) return null;
  const { width } = mostCommon(lengths);
  return width >= LEAST_DIMS ? width : null;
}

/** Words with commas between them are no list, and the bytes of a picture or a digest no numbers: they have any exponent. */
function isLikely(text: string, writing: Writing): boolean {
  if (writing === "list") return /^\s*[[{]/.test(text);
  if (writing === "sparse") return true;
  const values = vectorOf(text, writing);
  return values?.every((value) => value === 0 || (Math.abs(value) < 1e9 && Math.abs(value) > 1e-15)) ?? false;
}
