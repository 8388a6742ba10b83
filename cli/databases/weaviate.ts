import { columnsOfLeaves, leavesOf } from "../../src/sources/formats/json/leaves";
import type { Table } from "../../src/sources/table";
import { problem } from "../problem";
import type { Address } from "./address";
import { ask, serverOf } from "./rest";
import { type Page, scrollTable } from "./scroll";

const SAMPLE = 50;
/** Before every other: with it the first page too comes in the order of ids. */
const FIRST = "00000000-0000-0000-0000-000000000000";
const KEY = { variable: "WEAVIATE_API_KEY", header: (key: string) => ({ authorization: `Bearer ${key}` }) };

interface WeaviateObject {
  id: string;
  properties?: Record<string, unknown> | null;
  /** The one without a name, and those with one. */
  vector?: unknown;
  vectors?: Record<string, unknown> | null;
}
interface Aggregate {
  data?: { Aggregate?: Record<string, { meta: { count: number } }[]> };
  errors?: { message: string }[];
}

/**
 * The class of `weaviate://host:8080/CLASS?vector=NAME&tenant=NAME` (`weaviates` for https), by its cursor API.
 *
 * @throws SourceError when there is no such server or class
 */
export async function openWeaviate(address: Address): Promise<Table[]> {
  const tls = address.url.protocol === "weaviates:";
  const { server, name } = serverOf(address, { label: "Weaviate", key: KEY }, tls ? "443" : "8080");
  const fail = (what: string, remedy: string) => problem({ what, where: server.where, remedy });
  const isName = name !== undefined && /^[A-Z]\w*$/.test(name);
  if (!isName || !(await ask(server, `/v1/schema/${name}`))) {
    const schema = (await ask(server, "/v1/schema")) as { classes?: { class: string }[] } | null;
    const names = schema?.classes?.map((each) => each.class).join(", ");
    throw fail(
      name ? `Weaviate has no class "${name}".` : "The address names no class.",
      names ? `It has ${names}: put one behind the host.` : "It has none at all.",
    );
  }
  const tenant = address.url.searchParams.get("tenant");
  const of = tenant === null ? "" : `(tenant: ${JSON.stringify(tenant)})`;
  const answer = (await ask(server, "/v1/graphql", {
    query: `{ Aggregate { ${name}${of} { meta { count } } } }`,
  })) as Aggregate;
  const rows = answer.data?.Aggregate?.[name]?.[0]?.meta.count;
  if (rows === undefined) {
    throw fail(
      `Weaviate did not count ${name}${answer.errors?.[0] ? `: it says “${answer.errors[0].message}”` : ""}.`,
      "If it has tenants, name one by ?tenant=NAME.",
    );
  }
  if (rows === 0) throw fail(`The class ${name} has no objects.`, "Name another.");
  const list = async (withVector: boolean, after: string, limit: number, signal?: AbortSignal) => {
    const query = new URLSearchParams({ class: name, limit: String(limit), after });
    if (withVector) query.set("include", "vector");
    if (tenant !== null) query.set("tenant", tenant);
    const page = (await ask(server, `/v1/objects?${query}`, undefined, signal)) as {
      objects?: WeaviateObject[];
    } | null;
    return page?.objects ?? [];
  };
  const sample = await list(true, FIRST, SAMPLE);
  const taken = new Set(sample.flatMap(({ vectors }) => ["vector", ...Object.keys(vectors ?? {})]));
  return [
    scrollTable({
      format: "Weaviate",
      name,
      where: server.where,
      rows,
      columns: columnsOfLeaves(sample.map((object) => recordOf(object, taken))),
      async page({ vector }, from, limit, signal): Promise<Page> {
        const objects = await list(vector !== null, String(from ?? FIRST), limit, signal);
        return { records: objects.map((object) => recordOf(object, taken)), next: objects.at(-1)?.id ?? null };
      },
    }),
  ];
}

/** The values of an object by the names of columns; a property that is called like a vector is told apart. */
function recordOf(
  { id, properties, vector, vectors }: WeaviateObject,
  taken: ReadonlySet<string>,
): Map<string, unknown> {
  const record = new Map<string, unknown>([["id", id]]);
  if (Array.isArray(vector) && vector.length > 0) record.set("vector", vector);
  for (const [name, values] of Object.entries(vectors ?? {})) record.set(name, values);
  for (const [name, value] of properties ? leavesOf(properties, "properties") : []) {
    record.set(name === "id" || taken.has(name) ? `properties.${name}` : name, value);
  }
  return record;
}
