import type { PointTable } from "../types";

/** What is known of some points as JSON: the columns keep their kinds, which a table read anew could see otherwise. */
export async function pointsJson(points: PointTable, rows: Int32Array | null): Promise<string> {
  const pick = <T>(values: ArrayLike<T>): T[] => (rows ? Array.from(rows, (row) => values[row]) : Array.from(values));
  const images = points.images ? await Promise.all(pick(points.images).map(carriedImage)) : null;
  return JSON.stringify({
    rows: rows?.length ?? points.rows,
    titles: pick(points.titles),
    texts: pick(points.texts),
    columns: points.columns.map((column) => {
      if (column.kind === "category") {
        const codes = pick(column.codes);
        const counts = column.labels.map(() => 0);
        for (const code of codes) counts[code]++;
        return { ...column, codes, counts };
      }
      // JSON has no NaN: what is missing is null.
      return { ...column, values: pick<number | string>(column.values) };
    }),
    ...(images?.some((image) => image !== null) ? { images } : {}),
  });
}

/** The same table of points again. */
export function pointsOfJson(json: string): PointTable {
  const { columns, ...rest } = JSON.parse(json) as PointTable;
  return {
    ...rest,
    columns: columns.map((column) => {
      if (column.kind === "category") return { ...column, codes: Uint16Array.from(column.codes) };
      if (column.kind === "text") return column;
      return { ...column, values: Float32Array.from(column.values, (value) => value ?? Number.NaN) };
    }),
  };
}

// A page that asks no server for anything shows the pictures it holds; an address would lead out of it.
async function carriedImage(image: Blob | string | null): Promise<string | null> {
  if (typeof image === "string") return image.startsWith("data:") ? image : null;
  if (!image) return null;
  const bytes = new Uint8Array(await image.arrayBuffer());
  let text = "";
  for (let i = 0; i < bytes.length; i += 8192) text += String.fromCharCode(...bytes.subarray(i, i + 8192));
  return `data:${image.type || "image/*"};base64,${btoa(text)}`;
}
