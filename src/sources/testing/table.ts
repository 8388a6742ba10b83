import type { Table, ValueType, VectorValues } from "../table";

/** A table in memory, in batches of a few rows; `rows` null where it shall not be known before its end. */
export function memoryTable(
  vectors: { values: VectorValues; dims: number; type?: ValueType },
  columns: Record<string, unknown[]> = {},
  { rows = "known", batch = 7 }: { rows?: "known" | "unknown"; batch?: number } = {},
): Table & { asked: number[] } {
  const { values, dims, type = "f4" } = vectors;
  const count = values.length / dims;
  const asked: number[] = [];
  return {
    format: "Memory",
    name: "memory",
    where: "memory",
    rows: rows === "known" ? count : null,
    columns: [
      { name: "vector", kind: "vector", type: "list<float>", vector: { dims, values: type } },
      ...Object.keys(columns).map((name) => ({ name, kind: "text" as const, type: "text" })),
    ],
    notes: [],
    asked,
    async *batches(request) {
      const wanted = [...(request.rows ?? Array.from({ length: count }, (_, row) => row))];
      for (let from = 0; from < wanted.length; from += batch) {
        const some = wanted.slice(from, from + batch).filter((row) => row < count);
        asked.push(...some);
        const Values = values.constructor as new (length: number) => VectorValues;
        const part = new Values(some.length * dims);
        for (const [i, row] of some.entries()) part.set(values.subarray(row * dims, (row + 1) * dims), i * dims);
        yield {
          rows: Float64Array.from(some),
          vectors: part,
          columns: Object.fromEntries(request.columns.map((name) => [name, some.map((row) => columns[name][row])])),
          skipped: [],
          share: (from + some.length) / wanted.length,
        };
      }
    },
  };
}
