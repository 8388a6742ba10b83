import { parquetReadObjects } from "hyparquet";
import { said } from "../i18n/said";
import { pointColumn, textOf } from "./point-columns";
import { reasonOf, SourceError } from "./problem";
import type { PointTable } from "./types";

// What a point is told by, not coloured by.
const OWN = ["title", "text", "image"];

/**
 * Reads `points.parquet`: `title` (or else `text`, as for a table that is opened), `text`, `image`, and every further column as categories where its values are few, else as
 * numbers or as text.
 *
 * @throws SourceError when it is not a Parquet file or its rows are not as many as the vectors'
 */
export async function readPoints(file: ArrayBuffer, rows: number, where: string): Promise<PointTable> {
  let objects: Record<string, unknown>[];
  try {
    objects = await parquetReadObjects({ file });
  } catch (error) {
    throw new SourceError({
      what: said("The table of points cannot be read as Parquet ({error}).", {
        error: reasonOf(error),
      }),
      where,
      remedy: said("Make the dataset folder again, or open another dataset."),
    });
  }
  if (objects.length !== rows) {
    throw new SourceError({
      what: said("The table of points has {rows} rows, and there are {vectors} vectors.", {
        rows: objects.length.toLocaleString("en"),
        vectors: rows.toLocaleString("en"),
      }),
      where,
      remedy: said("Make the dataset folder again, so that every vector has its row."),
    });
  }
  const names = Object.keys(objects[0] ?? {});
  const values = (name: string) => objects.map((row) => row[name]);
  const texts = (name: string) => values(name).map(textOf);
  const title = ["title", "text"].find((name) => names.includes(name));
  const images = names.includes("image")
    ? values("image").map((value) => (typeof value === "string" && value ? value : null))
    : undefined;
  return {
    rows,
    titles: title ? texts(title) : objects.map((_, i) => `Point ${i + 1}`),
    texts: names.includes("text") ? texts("text") : objects.map(() => ""),
    columns: names.filter((name) => !OWN.includes(name)).map((name) => pointColumn(name, values(name))),
    ...(images ? { images } : {}),
  };
}
