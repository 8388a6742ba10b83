import { parquetWriteBuffer } from "hyparquet-writer";
import { seeded } from "../../data/random";
import { npyBytes } from "../../src/sources/testing/npy-bytes";
import type { SiteOptions } from "./site";

interface Wish {
  rows: number;
  dims: number;
  /** Whether there is a table of points that names the cluster of each. */
  labelled?: boolean;
}

const LABELS = ["amber", "birch", "cedar", "dogwood", "elm", "fir", "ginkgo", "hazel"];

/**
 * A generated space of any number of rows, as the files of a dataset folder: round clusters of unequal size, int8. It
 * goes the user's way in, from a server; the page has no other.
 */
export function generatedSpace(name: string, { rows, dims, labelled = false }: Wish): SiteOptions["instead"] & {} {
  const random = seeded(rows + dims);
  const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  const centres = LABELS.map(() => Array.from({ length: dims }, (_, dim) => (normal() * 40) / (1 + dim / 8)));
  // The larger the code, the rarer the label.
  const codes = Uint8Array.from({ length: rows }, () => Math.floor(LABELS.length * random() ** 1.6));
  const values = new Int8Array(rows * dims);
  for (let dim = 0; dim < dims; dim++) {
    for (let row = 0; row < rows; row++) {
      const value = Math.round(centres[codes[row]][dim] + normal() * 15);
      values[dim * rows + row] = Math.max(-127, Math.min(127, value));
    }
  }
  const scales = new Uint8Array(new Float32Array(dims).fill(1 / 127).buffer);
  const files = {
    vectors: "vectors.npy",
    scale: "scale.npy",
    ...(labelled ? { points: "points.parquet" } : {}),
  };
  const manifest = { name, title: `Generated ${rows}`, rows, dims, dtype: "i1", files };
  const folder = `datasets/${name}`;
  return {
    [`${folder}/dataset.json`]: Buffer.from(JSON.stringify(manifest)),
    [`${folder}/vectors.npy`]: Buffer.from(npyBytes("|i1", true, [rows, dims], new Uint8Array(values.buffer)).buffer),
    [`${folder}/scale.npy`]: Buffer.from(npyBytes("<f4", false, [dims], scales).buffer),
    ...(labelled ? { [`${folder}/points.parquet`]: labels(codes) } : {}),
  };
}

function labels(codes: Uint8Array): Buffer {
  const data = Array.from(codes, (code) => LABELS[code]);
  return Buffer.from(parquetWriteBuffer({ columnData: [{ name: "category", type: "STRING", data, nullable: false }] }));
}
