import type { Table } from "../../src/sources/table";
import type { Address } from "./address";
import type { Relation } from "./postgres/columns";
import { Connection } from "./postgres/connection";
import { pgTable } from "./postgres/table";

const MOST_TABLES = 20;
const LISTED = 12;

/**
 * The tables of `postgres://user@host/db?table=schema.name`: that one, or without `table` all that may hold vectors. The
 * password comes from PGPASSWORD, `~/.pgpass` or the address.
 *
 * @throws SourceError when there is no such server, database, user or table
 */
export async function openPostgres(address: Address): Promise<Table[]> {
  const connection = await Connection.open(address);
  try {
    const { table } = address.named;
    const relations = table === undefined ? await likely(connection) : [await named(connection, table)];
    const tables: Table[] = [];
    for (const relation of relations) tables.push(await pgTable(connection, relation));
    const filled = tables.filter(({ rows }) => rows !== 0);
    if (filled.length > 0) return filled;
    return connection.fail(`The table ${tables[0].name} has no rows.`, "Name another with table= in the address.");
  } catch (error) {
    await connection.close().catch(() => {});
    throw error;
  }
}

const RELATIONS = `SELECT c.oid, n.nspname, c.relname, c.relkind
  FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
 WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f') AND NOT c.relispartition`;
const OWN = "n.nspname NOT IN ('pg_catalog', 'information_schema') AND n.nspname NOT LIKE 'pg\\_toast%'";

function relationOf([oid, schema, name, kind]: (string | null)[]): Relation {
  return { oid: String(oid), schema: String(schema), name: String(name), kind: String(kind) };
}

/** A table by its name, with or without its schema. */
async function named(connection: Connection, table: string): Promise<Relation> {
  const found = await connection.rows(
    `${RELATIONS.replace(" AND NOT c.relispartition", "")}
      AND ((c.relname = $1 AND pg_table_is_visible(c.oid)) OR n.nspname || '.' || c.relname = $1)
    ORDER BY c.relname = $1 DESC LIMIT 1`,
    [table],
  );
  if (found.length > 0) return relationOf(found[0]);
  const others = (await connection.rows(`${RELATIONS} AND ${OWN} ORDER BY 2, 3 LIMIT ${LISTED + 1}`)).map(relationOf);
  const names = others.slice(0, LISTED).map(({ schema, name }) => (schema === "public" ? name : `${schema}.${name}`));
  const more = others.length > LISTED ? " and others" : "";
  return connection.fail(
    `The database has no table "${table}".`,
    names.length > 0 ? `It has ${names.join(", ")}${more}.` : "It has none that this user may see.",
  );
}

/** The tables that have a column of a type that vectors are kept in, pgvector's first. */
async function likely(connection: Connection): Promise<Relation[]> {
  const has = (types: string) => `EXISTS (SELECT FROM pg_attribute a JOIN pg_type t ON t.oid = a.atttypid
    LEFT JOIN pg_type b ON b.oid = t.typbasetype
    WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
      AND (t.typname IN (${types}) OR b.typname IN (${types})))`;
  const pgvector = has("'vector', 'halfvec', 'sparsevec'");
  const found = await connection.rows(
    `${RELATIONS} AND ${OWN} AND has_table_privilege(c.oid, 'SELECT')
      AND (${pgvector} OR ${has("'_float4', '_float8', '_numeric', 'bytea'")})
    ORDER BY ${pgvector} DESC, n.nspname, c.relname LIMIT ${MOST_TABLES}`,
  );
  if (found.length > 0) return found.map(relationOf);
  return connection.fail(
    "No table of this database has a column of vectors that is known by its type.",
    "Name the table: add ?table=NAME to the address.",
  );
}
