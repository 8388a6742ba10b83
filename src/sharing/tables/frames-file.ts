import { type Frame, study } from "../../state";
import { npyBytes } from "./npy";
import { scoresOf } from "./scores-table";
import type { Doing } from "./table";
import { Archive } from "./zip";

/** Which frames. */
export interface FramesWish {
  /** Rising, each once. */
  ks: number[];
  mode: Frame["mode"];
  axes: Frame["axes"];
}

const askEngine = (wish: Parameters<typeof study<"frame">>[1], signal: AbortSignal) => study("frame", wish, { signal });

/**
 * Frames for NumPy, as one `.npz`: `scores-K` (rows × 3) and `components-K` (3 × K) for each K, as `matryoscope project
 * --out` writes them; which rows they are (`rows`), the Ks (`dims`) and their variances (Ks × 3).
 *
 * @throws AbortError (as a rejection) when it is cancelled
 */
export async function framesFile(
  rows: Int32Array<ArrayBuffer>,
  { ks, mode, axes }: FramesWish,
  { signal, progress }: Doing,
  ask = askEngine,
): Promise<Blob> {
  const archive = new Archive();
  const add = (name: string, ...array: Parameters<typeof npyBytes>) => {
    archive.begin(`${name}.npy`);
    for (const bytes of npyBytes(...array)) archive.add(bytes);
  };
  add("rows", rows, [rows.length]);
  add("dims", Int32Array.from(ks), [ks.length]);
  const variance = new Float64Array(ks.length * 3);
  const ratio = new Float64Array(ks.length * 3);
  for (const [i, k] of ks.entries()) {
    const frame = await ask({ k, mode, axes }, signal);
    signal.throwIfAborted();
    add(`scores-${k}`, scoresOf(frame, rows), [rows.length, 3]);
    add(`components-${k}`, frame.components as Float32Array<ArrayBuffer>, [3, k]);
    variance.set(frame.explainedVariance, i * 3);
    ratio.set(frame.explainedVarianceRatio, i * 3);
    progress((i + 1) / ks.length);
  }
  add("explained_variance", variance, [ks.length, 3]);
  add("explained_variance_ratio", ratio, [ks.length, 3]);
  return archive.end();
}
