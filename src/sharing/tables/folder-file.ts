import { type Manifest, npyHeader, type PointTable, type StudyAnswer, study } from "../../state";
import { npyBytes } from "./npy";
import { pageTurn } from "./pieces";
import { pointColumns } from "./point-columns";
import { type Doing, distinct, type ExportTable, stretches, type TableColumn } from "./table";
import { writeParquet } from "./write-parquet";
import { Archive } from "./zip";

type Columns = StudyAnswer<"columns">;

/** Bytes of columns that are asked for at a time. */
const BLOCK_BYTES = 4 << 20;

const askEngine = (question: { from: number; to: number }, signal: AbortSignal): Promise<Columns> =>
  study("columns", question, { signal });

/**
 * The open space as a dataset folder in a zip archive: the files that `matryoscope pack` writes, which this page and
 * every command open again, also as an archive. The values are those that the space was opened with, bit for bit.
 *
 * @throws ExportError where it is larger than an archive can be; AbortError when it is cancelled (both as a rejection)
 */
export async function folderFile(
  { manifest, points }: { manifest: Manifest; points: PointTable | null },
  { signal, progress }: Doing,
  ask = askEngine,
): Promise<Blob> {
  const { rows, dims } = manifest;
  const archive = new Archive();
  const folder = folderName(manifest);
  const scales: Float32Array[] = [];
  let dtype: Manifest["dtype"] = "f4";
  archive.begin(`${folder}/vectors.npy`);
  const width = Math.max(1, Math.floor(BLOCK_BYTES / (rows * 4)));
  for (const [from, to] of stretches(dims, width)) {
    const { values, scales: some } = await ask({ from, to }, signal);
    signal.throwIfAborted();
    if (from === 0) {
      dtype = values instanceof Float32Array ? "f4" : values instanceof Uint16Array ? "f2" : "i1";
      archive.add(npyHeader({ f4: "<f4", f2: "<f2", i1: "|i1" }[dtype], true, [rows, dims]));
    }
    archive.add(new Uint8Array(values.buffer, values.byteOffset, values.byteLength));
    if (some) scales.push(some);
    progress((0.95 * to) / dims);
    await pageTurn();
  }
  if (dtype === "i1") {
    const all = new Float32Array(dims);
    let at = 0;
    for (const some of scales) {
      all.set(some, at);
      at += some.length;
    }
    archive.begin(`${folder}/scale.npy`);
    for (const bytes of npyBytes(all, [dims])) archive.add(bytes);
  }
  if (points) {
    archive.begin(`${folder}/points.parquet`);
    const blob = await writeParquet(pointsFile(points), { signal, progress: () => {} });
    archive.add(new Uint8Array(await blob.arrayBuffer()));
  }
  archive.begin(`${folder}/dataset.json`);
  archive.add(
    new TextEncoder().encode(`${JSON.stringify(manifestOf(manifest, folder, dtype, points !== null), null, 2)}\n`),
  );
  progress(1);
  return archive.end();
}

/** A name that every system takes for a folder. */
export function folderName({ name, title }: Pick<Manifest, "name" | "title">): string {
  const plain = (name || title).replace(/[^\p{L}\p{N}._-]+/gu, "-").replace(/^[-.]+|[-.]+$/g, "");
  return plain.slice(0, 60) || "space";
}

function manifestOf(manifest: Manifest, name: string, dtype: Manifest["dtype"], points: boolean): Manifest {
  // The covariance of a whole that the rows are a sample of is not had from here: the folder is of the rows themselves.
  const { wholeRows, ...rest } = manifest;
  return {
    ...rest,
    name,
    ...(wholeRows ? { ofRows: wholeRows } : {}),
    dtype,
    files: {
      vectors: "vectors.npy",
      ...(dtype === "i1" ? { scale: "scale.npy" } : {}),
      ...(points ? { points: "points.parquet" } : {}),
    },
  };
}

/** `points.parquet`: as the table of points, without the number of the row, and with addresses of pictures. */
function pointsFile(points: PointTable): ExportTable {
  const columns = pointColumns(points, ["title", "text", "all"]).slice(1);
  const addresses = points.images?.map((image) => (typeof image === "string" ? image : null));
  if (addresses?.some((address) => address !== null)) {
    columns.splice(2, 0, {
      name: "image",
      type: "text",
      cells: (rows) => Array.from(rows, (row) => addresses[row]),
    });
  }
  const named: TableColumn[] = distinct(columns);
  return {
    name: "points",
    columns: named,
    rows: points.rows,
    async *pieces() {
      for (const [from, to] of stretches(points.rows)) {
        const some = Int32Array.from({ length: to - from }, (_, i) => from + i);
        yield { rows: to - from, columns: columns.map(({ cells }) => cells(some)) };
      }
    },
  };
}
