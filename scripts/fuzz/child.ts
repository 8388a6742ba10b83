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

/** Beyond this it is looked at closely: garbage that nobody has collected yet is not held. */
const CLOSE_LOOK = 16 * 2 ** 20;

function heldBytes(): number {
  const bytes = process.memoryUsage().arrayBuffers;
  if (bytes < CLOSE_LOOK || !globalThis.gc) return bytes;
  globalThis.gc();
  return process.memoryUsage().arrayBuffers;
}

// Memory that lies outside of the heap (array buffers and WebAssembly), sampled while the case runs.
process.on("message", async (one: unknown) => {
  const { name, seed } = one as Case;
  const { bytes, way } = broken(samples.get(name)!, seed);
  const before = heldBytes();
  let most = 0;
  const sampling = setInterval(() => {
    most = Math.max(most, heldBytes() - before);
  }, 1);
  const verdict = await oneCase(bytes, name, (path) => samples.get(path.split("/").at(-1)!) ?? null);
  clearInterval(sampling);
  most = Math.max(most, heldBytes() - before);
  process.send!({ name, seed, way, bytes: bytes.length, most, verdict } satisfies Outcome);
});

process.send!("ready");
