import { expect, test } from "vitest";
import { readPoints } from "../points";
import type { PointTable } from "../types";
import { pointsFile } from "./points-file";

test("points that were kept come back as they were, pictures too", async () => {
  const rows = 30;
  const points: PointTable = {
    rows,
    titles: Array.from({ length: rows }, (_, i) => `t${i}`),
    texts: Array.from({ length: rows }, (_, i) => (i % 2 ? "" : `‮${i} <b>`)),
    columns: [
      {
        kind: "category",
        name: "kind",
        labels: ["a", "b"],
        counts: [20, 10],
        codes: Uint16Array.from({ length: rows }, (_, i) => Number(i >= 20)),
      },
      { kind: "number", name: "size", values: Float32Array.from({ length: rows }, (_, i) => i / 8) },
      { kind: "text", name: "title_long", values: Array.from({ length: rows }, (_, i) => `${i}`) },
    ],
    images: Array.from({ length: rows }, (_, i) =>
      i === 3 ? new Blob([Uint8Array.of(1, 2, 3)], { type: "image/png" }) : null,
    ),
  };
  const back = await readPoints(await pointsFile(points), rows, "kept");
  const { images, ...rest } = back;
  expect({ ...rest, columns: rest.columns.slice(0, 2) }).toEqual({
    rows,
    titles: points.titles,
    texts: points.texts,
    columns: points.columns.slice(0, 2),
  });
  expect(images?.[3]).toBe("data:image/png;base64,AQID");
  expect(images?.[4]).toBeNull();
});
