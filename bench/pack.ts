import { fork } from "node:child_process";
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { npyHeader } from "../cli/npy";
import { seeded } from "../src/numeric";

const ROWS = 200_000;
const DIMS = 1024;
const BATCH = 2000;

interface Packing {
  dtype: string;
  seconds: number;
  /** Bytes that the process held at most. */
  peak: number;
}

/** Time and memory of `pack` on a file that is larger than it may hold, each type in a process of its own. */
export async function measurePacking(): Promise<Packing[]> {
  const folder = mkdtempSync(join(tmpdir(), "matryoscope-"));
  try {
    const file = join(folder, "vectors.npy");
    console.error(`writing ${ROWS.toLocaleString("en")} × ${DIMS.toLocaleString("en")} f4 …`);
    writeRows(file);
    const packings: Packing[] = [];
    for (const dtype of ["f4", "i1"]) {
      console.error(`packing to ${dtype} …`);
      const out = join(folder, dtype);
      const began = performance.now();
      const peak = await peakOf(["pack", file, "--out", out, "--dtype", dtype]);
      packings.push({ dtype, seconds: (performance.now() - began) / 1000, peak });
      rmSync(out, { recursive: true });
    }
    return packings;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Rows whose dimensions fall off, written batch by batch. */
function writeRows(path: string): void {
  const random = seeded(ROWS);
  // One stretch of random values, read from another place for each row: drawing all would take longer than the bench.
  const stretch = Float32Array.from({ length: 1 << 20 }, () => random() + random() + random() - 1.5);
  const fall = Float32Array.from({ length: DIMS }, (_, j) => 1 / Math.sqrt(1 + j));
  const batch = new Float32Array(BATCH * DIMS);
  const file = openSync(path, "w");
  writeSync(file, npyHeader("<f4", false, [ROWS, DIMS]));
  for (let from = 0; from < ROWS; from += BATCH) {
    for (let r = 0; r < BATCH; r++) {
      const at = Math.floor(random() * (stretch.length - DIMS));
      for (let j = 0; j < DIMS; j++) batch[r * DIMS + j] = stretch[at + j] * fall[j];
    }
    writeSync(file, new Uint8Array(batch.buffer));
  }
  closeSync(file);
}

/** The most memory that a command holds, in bytes. */
function peakOf(command: string[]): Promise<number> {
  const child = fork("bench/peak.ts", command, {
    execArgv: ["--import", "tsx"],
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
  return new Promise((resolve, reject) => {
    let peak = 0;
    child.on("message", (bytes) => {
      peak = Number(bytes);
    });
    child.on("error", reject);
    child.on("exit", (code) => {
      if (code === 0) resolve(peak);
      else reject(new Error(`${command[0]} ended with code ${code}`));
    });
  });
}

/** The figures as a Markdown table. */
export function printPacking(packings: Packing[]): void {
  const [rows, dims] = [ROWS, DIMS].map((count) => count.toLocaleString("en"));
  console.log(
    `pack of ${rows} × ${dims} f4 (${((ROWS * DIMS * 4) / 1e6).toFixed(0)} MB), start of the process included\n`,
  );
  console.log("| to | s | peak memory, MB |");
  console.log("| --- | ---: | ---: |");
  for (const { dtype, seconds, peak } of packings) {
    console.log(`| ${dtype} | ${seconds.toFixed(1)} | ${(peak / 1e6).toFixed(0)} |`);
  }
}
