import type { Said } from "../../i18n/said";
import type { Batch, Table } from "../table";
import type { Held } from "./held";
import { type Key, keyOf } from "./keys";

/** Vectors and what is known of them as one table: the vectors are read as they were, the rest is in memory. */
export function joinedTable(vectors: Table, held: Held, key: Key | null, notes: Said[]): Table {
  const taken = new Set(vectors.columns.map(({ name }) => name));
  const added = held.columns
    .filter(({ name }) => name !== key?.theirs)
    .map((column) => ({ column, name: taken.has(column.name) ? `${column.name} (${held.name})` : column.name }));
  const values = new Map(added.map(({ column, name }) => [name, held.values.get(column.name)!]));
  let places: Map<string, number> | null = null;
  const placeOf = (value: unknown): number => {
    places ??= new Map(
      held.values.get(key!.theirs)!.flatMap((one, row) => (keyOf(one) === null ? [] : [[keyOf(one)!, row]])),
    );
    return places.get(keyOf(value) ?? "") ?? -1;
  };
  return {
    ...vectors,
    name: `${vectors.name} + ${held.name}`,
    columns: [...vectors.columns, ...added.map(({ column, name }) => ({ ...column, name }))],
    notes: [...vectors.notes, ...held.notes, ...notes],
    async *batches(request): AsyncGenerator<Batch> {
      const theirs = request.columns.filter((name) => values.has(name));
      const own = request.columns.filter((name) => !values.has(name));
      const asked = key && theirs.length > 0 && !own.includes(key.own) ? [...own, key.own] : own;
      for await (const batch of vectors.batches({ ...request, columns: asked })) {
        const rows = key && theirs.length > 0 ? batch.columns[key.own].map(placeOf) : Array.from(batch.rows);
        const columns = Object.fromEntries(own.map((name) => [name, batch.columns[name]]));
        for (const name of theirs) columns[name] = rows.map((row) => values.get(name)![row] ?? null);
        yield { ...batch, columns };
      }
    },
  };
}
