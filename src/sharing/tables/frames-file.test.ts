import { unzipSync } from "fflate";
import { expect, test } from "vitest";
import { framesFile } from "./frames-file";
import { readNpy } from "./testing/read-npy";
import { doing, frameOf } from "./testing/samples";

test("frames are an archive of arrays: scores of the rows, components, variances", async () => {
  const rows = Int32Array.of(7, 4999);
  const blob = await framesFile(rows, { ks: [4, 64], mode: "raw", axes: "pc" }, doing(), async ({ k }) => frameOf(k));
  const files = unzipSync(new Uint8Array(await blob.arrayBuffer()));
  expect(Object.keys(files).sort()).toEqual(
    [
      "components-4",
      "components-64",
      "dims",
      "explained_variance",
      "explained_variance_ratio",
      "rows",
      "scores-4",
      "scores-64",
    ].map((name) => `${name}.npy`),
  );
  const scores = readNpy(files["scores-64.npy"]);
  expect(scores.header).toContain("'shape': (2, 3)");
  expect(scores.values).toEqual(
    Float32Array.of(...[7, 4999].flatMap((row) => [...frameOf(64).scores.slice(row * 3, row * 3 + 3)])),
  );
  expect(readNpy(files["components-4.npy"]).values).toEqual(frameOf(4).components);
  expect([...readNpy(files["rows.npy"]).values]).toEqual([7, 4999]);
  expect([...readNpy(files["explained_variance.npy"]).values]).toEqual([4, 2, 1, 64, 2, 1]);
});
