import { parquetWriteBuffer } from "hyparquet-writer";
import type { PointTable } from "../types";

/** What is known of the points as `points.parquet`: title, text, their further columns, and pictures as data URLs. */
export async function pointsFile(points: PointTable): Promise<ArrayBuffer> {
  const images = points.images ? await Promise.all(points.images.map(dataUrl)) : null;
  const columnData = [
    { name: "title", data: points.titles, type: "STRING" as const },
    { name: "text", data: points.texts, type: "STRING" as const },
    ...(images ? [{ name: "image", data: images, type: "STRING" as const, nullable: true }] : []),
    ...points.columns.map((column) => {
      const { kind, name } = column;
      if (kind === "number") return { name, data: Array.from(column.values), type: "FLOAT" as const };
      const data = kind === "text" ? column.values : Array.from(column.codes, (code) => column.labels[code]);
      return { name, data, type: "STRING" as const };
    }),
  ];
  return parquetWriteBuffer({ columnData });
}

async function dataUrl(image: Blob | string | null): Promise<string | null> {
  if (!(image instanceof Blob)) return image;
  const bytes = new Uint8Array(await image.arrayBuffer());
  let text = "";
  for (let i = 0; i < bytes.length; i += 8192) text += String.fromCharCode(...bytes.subarray(i, i + 8192));
  return `data:${image.type || "image/*"};base64,${btoa(text)}`;
}
