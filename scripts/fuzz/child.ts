import { allowedBytes } from "./memory";
import { broken } from "./mutate";
import { oneCase, type Verdict } from "./one-case";
import { sampleFiles } from "./samples";

/** One broken file, by its sample and its seed. */
export interface Case {
  name: string;
  seed: number;
}

export type Outcome = Case & { way: string; bytes: number; most: number; verdict: Verdict };

const samples = sampleFiles();

/** Bytes in array buffers; where they are more than allowed, those that are left when garbage has been collected. */
function heldBytes(allowed: number): number {
  const bytes = process.memoryUsage().arrayBuffers;
  if (bytes <= allowed || !globalThis.gc) return bytes;
  // Array buffers are given back by a thread of their own; a second collection waits for what the first one set free.
  globalThis.gc();
  globalThis.gc();
  return process.memoryUsage().arrayBuffers;
}

// Memory that lies outside of the heap (array buffers and WebAssembly), sampled while the case runs.
process.on("message", async (one: unknown) => {
  const { name, seed } = one as Case;
  const { bytes, way } = broken(samples.get(name)!, seed);
  const before = process.memoryUsage().arrayBuffers;
  const allowed = before + allowedBytes(bytes.length);
  let most = 0;
  const look = () => {
    most = Math.max(most, heldBytes(allowed) - before);
  };
  const sampling = setInterval(look, 1);
  const verdict = await oneCase(bytes, name, (path) => samples.get(path.split("/").at(-1)!) ?? null);
  clearInterval(sampling);
  look();
  process.send!({ name, seed, way, bytes: bytes.length, most, verdict } satisfies Outcome);
});

process.send!("ready");
