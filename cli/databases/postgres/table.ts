import { verbatim } from "../../../src/i18n/said";
import { Gather } from "../../../src/sources/formats/text/gather";
import type { Batch, ReadRequest, Table } from "../../../src/sources/table";
import { stretches } from "../stretches";
import { columnsOf, type PgColumn, type Relation } from "./columns";
import { type Connection, quoted } from "./connection";
import { vectorOf } from "./values";

/** Numbers that are fetched at a time: about two megabytes as text. */
const FETCHED = 200_000;
const MOST_ROWS = 2_000;

let cursors = 0;

/**
 * A table of a database. Its rows are counted from 0 in the order of the primary key, or as they lie where there is none;
 * all reading is of the one moment that its connection sees.
 */
export async function pgTable(connection: Connection, relation: Relation): Promise<Table> {
  const { schema, name } = relation;
  const columns = await columnsOf(connection, relation);
  const order = await orderOf(connection, relation);
  const [[count]] = await connection.rows(`SELECT count(*) FROM ${quoted(schema)}.${quoted(name)}`);
  const rows = Number(count);
  const notes =
    order === ""
      ? [verbatim(`${name} has no order of its own: its rows are taken in the order that the server gives them.`)]
      : [];
  return {
    format: "PostgreSQL",
    name: schema === "public" ? name : `${schema}.${name}`,
    where: connection.server.where,
    rows,
    columns: columns.map(({ writing, ...column }) => column),
    notes,
    batches: (request) => read(connection, { relation, columns, order, rows }, request),
  };
}

interface Opened {
  relation: Relation;
  columns: readonly PgColumn[];
  order: string;
  rows: number;
}

async function* read(connection: Connection, opened: Opened, request: ReadRequest): AsyncGenerator<Batch> {
  const { relation, order, rows } = opened;
  const asked = [...new Set([...(request.vector === null ? [] : [request.vector]), ...request.columns])];
  const columns = asked.map((name) => opened.columns.find((column) => column.name === name) as PgColumn);
  const dims = columns.find(({ name }) => name === request.vector)?.vector?.dims ?? 0;
  const taken = columns.map(({ name }) => `t.${quoted(name)}::text`).join(", ") || "NULL";
  const cursor = `matryoscope_${cursors++}`;
  await connection.rows(
    `DECLARE ${cursor} NO SCROLL CURSOR FOR SELECT ${taken} FROM ${quoted(relation.schema)}.${quoted(relation.name)} t ${order}`,
  );
  try {
    const size = Math.max(1, Math.min(MOST_ROWS, Math.floor(FETCHED / Math.max(1, dims))));
    const gather = new Gather(request, dims);
    for (const [from, to] of stretches(request.rows, rows, size)) {
      request.signal?.throwIfAborted();
      if (to === null) {
        // Rows that are passed over never leave the server.
        await connection.rows(`MOVE FORWARD ${from} FROM ${cursor}`);
        continue;
      }
      const found = await connection.rows(`FETCH FORWARD ${to - from} FROM ${cursor}`);
      for (const [i, values] of found.entries()) {
        const row = from + i;
        if (!gather.wants(row)) continue;
        const why =
          request.vector === null ? null : fill(values[asked.indexOf(request.vector)], columns, request, gather);
        if (why) gather.skip(row, "", why);
        else gather.add(row, (name) => shown(values[asked.indexOf(name)], columns[asked.indexOf(name)]));
        if (gather.full) yield gather.take(row / rows);
      }
    }
    if (!gather.empty) yield gather.take(1);
  } finally {
    await connection.rows(`CLOSE ${cursor}`).catch(() => {});
  }
}

function fill(text: string | null, columns: readonly PgColumn[], { vector: name }: ReadRequest, gather: Gather) {
  const column = columns.find((each) => each.name === name);
  if (text === null) return verbatim(`has nothing at "${name}"`);
  const values = column?.writing ? vectorOf(text, column.writing) : null;
  if (values === null) return verbatim(`has no list of numbers at "${name}"`);
  const slot = gather.slot();
  if (values.length !== slot.length)
    return verbatim(`has ${values.length} numbers where the others have ${slot.length}`);
  slot.set(values);
  return null;
}

function shown(text: string | null, { kind, type }: PgColumn): string | number | null {
  if (text === null) return null;
  if (kind === "number") return Number(text);
  return type === "boolean" ? (text === "t" || text === "true" ? "true" : "false") : text;
}

/** What brings the same rows in the same order every time: of the table `t`, for a bare name would mean the text of it. */
async function orderOf(connection: Connection, { oid, kind }: Relation): Promise<string> {
  const key = await connection.rows(
    `SELECT a.attname FROM pg_index i CROSS JOIN LATERAL unnest(i.indkey) WITH ORDINALITY AS k (attnum, place)
       JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = k.attnum
      WHERE i.indrelid = $1 AND i.indisprimary ORDER BY k.place`,
    [oid],
  );
  if (key.length > 0) return `ORDER BY ${key.map(([name]) => `t.${quoted(String(name))}`).join(", ")}`;
  if (kind === "p") return "ORDER BY t.tableoid, t.ctid";
  return kind === "r" || kind === "m" ? "ORDER BY t.ctid" : "";
}
