import { columnsOfLeaves, leavesOf } from "../../src/sources/formats/json/leaves";
import type { Column, Table } from "../../src/sources/table";
import { problem } from "../problem";
import type { Address } from "./address";
import { ask, serverOf } from "./rest";
import { type Page, scrollTable } from "./scroll";

const SAMPLE = 100;
const KEY = { variable: "QDRANT_API_KEY", header: (key: string) => ({ "api-key": key }) };

interface VectorParams {
  size: number;
  multivector_config?: unknown;
}
interface Point {
  id: string | number;
  payload?: Record<string, unknown> | null;
  /** The numbers, or of named vectors each by its name. */
  vector?: unknown;
}
type Answer<T> = { result: T } | null;

/**
 * The collection of `qdrant://host:6333/COLLECTION?vector=NAME` (`qdrants` for https), by its scroll API.
 *
 * @throws SourceError when there is no such server or collection
 */
export async function openQdrant(address: Address): Promise<Table[]> {
  const { server, name } = serverOf(address, { label: "Qdrant", key: KEY }, "6333");
  const path = `/collections/${encodeURIComponent(name ?? "")}`;
  const about = name ? ((await ask(server, path)) as Answer<{ config?: { params?: { vectors?: unknown } } }>) : null;
  if (!name || !about) {
    const all = (await ask(server, "/collections")) as Answer<{ collections: { name: string }[] }>;
    const names = all?.result.collections.map((collection) => collection.name).join(", ");
    throw problem({
      what: name ? `Qdrant has no collection "${name}".` : "The address names no collection.",
      where: server.where,
      remedy: names ? `It has ${names}: put one behind the host.` : "It has none at all.",
    });
  }
  const params = about.result?.config?.params;
  if (!params) {
    throw problem({ what: "What answers is no Qdrant.", where: server.where, remedy: "Check host and port." });
  }
  const vectors = vectorsOf(params.vectors);
  const count = (await ask(server, `${path}/points/count`, { exact: true })) as Answer<{ count: number }>;
  const rows = count?.result.count ?? 0;
  const scroll = async (wanted: object, signal?: AbortSignal): Promise<ScrollResult> => {
    const answer = (await ask(server, `${path}/points/scroll`, wanted, signal)) as Answer<ScrollResult>;
    return answer?.result ?? { points: [] };
  };
  const { points } = await scroll({ limit: SAMPLE, with_payload: true, with_vector: false });
  const taken = new Set(vectors.map((column) => column.name));
  const records = points.map((point) => recordOf(point, taken));
  const table = scrollTable({
    format: "Qdrant",
    name,
    where: server.where,
    rows,
    columns: [...vectors, ...columnsOfLeaves(records).filter(({ kind }) => kind !== "vector")],
    async page({ vector, others }, from, limit, signal): Promise<Page> {
      const isNamed = vector !== null && isNamedIn(params.vectors);
      const { points, next_page_offset } = await scroll(
        {
          ...(from === null ? {} : { offset: from }),
          limit,
          with_payload: others,
          with_vector: isNamed ? [vector] : vector !== null,
        },
        signal,
      );
      return { records: points.map((point) => recordOf(point, taken)), next: next_page_offset ?? null };
    },
  });
  if (rows > 0) return [table];
  throw problem({
    what: `The collection ${name} has no points.`,
    where: server.where,
    remedy: "Name another.",
  });
}

interface ScrollResult {
  points: Point[];
  next_page_offset?: string | number | null;
}

/** One vector has its size at once; several have it by their names. */
function isNamedIn(vectors: unknown): boolean {
  return typeof (vectors as VectorParams | undefined)?.size !== "number";
}

function vectorsOf(vectors: unknown): Column[] {
  const all = isNamedIn(vectors)
    ? ((vectors ?? {}) as Record<string, VectorParams>)
    : { vector: vectors as VectorParams };
  return Object.entries(all).map(([name, { size, multivector_config: several }]) =>
    several
      ? { name, kind: "other", type: `several vectors of ${size}` }
      : { name, kind: "vector", type: `vector(${size})`, vector: { dims: size, values: "f4" } },
  );
}

/** The values of a point by the names of columns. A field of the payload that is called like a vector is told apart. */
function recordOf({ id, payload, vector }: Point, vectors: ReadonlySet<string>): Map<string, unknown> {
  const record = new Map<string, unknown>([["id", id]]);
  for (const [name, value] of payload ? leavesOf(payload, "payload") : []) {
    record.set(name === "id" || vectors.has(name) ? `payload.${name}` : name, value);
  }
  if (Array.isArray(vector)) record.set("vector", vector);
  else for (const [name, values] of Object.entries((vector ?? {}) as object)) record.set(name, values);
  return record;
}
