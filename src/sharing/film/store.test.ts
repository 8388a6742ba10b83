import { expect, test } from "vitest";
import { keptParts } from "./store";

test("parts that are kept make the file that was written, lengths that are mended later included", async () => {
  const files: File[] = [];
  const store = keptParts({ name: "a.mp4", type: "video/mp4" }, (file) => files.push(file));
  const bytes = (...values: number[]) => Uint8Array.from(values);
  await store.write(bytes(1, 2, 3), 0);
  await store.write(bytes(4, 5), 3);
  await store.write(bytes(9), 1);
  await store.write(bytes(7, 8), 6);
  await store.finish();
  expect(files.map(({ name, type }) => [name, type])).toEqual([["a.mp4", "video/mp4"]]);
  expect([...new Uint8Array(await files[0].arrayBuffer())]).toEqual([1, 9, 3, 4, 5, 0, 7, 8]);
});
