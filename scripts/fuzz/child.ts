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

// Memory that lies outside of the heap (array buffers and WebAssembly), sampled while the case runs.
process.on("message", async (one: unknown) => {
  const { name, seed } = one as Case;
  const { bytes, way } = broken(samples.get(name)!, seed);
  const held = () => process.memoryUsage().arrayBuffers;
  const before = held();
  let most = 0;
  const sampling = setInterval(() => {
    most = Math.max(most, held() - before);
  }, 1);
  const verdict = await oneCase(bytes, name, (path) => samples.get(path.split("/").at(-1)!) ?? null);
  clearInterval(sampling);
  most = Math.max(most, held() - before);
  process.send!({ name, seed, way, bytes: bytes.length, most, verdict } satisfies Outcome);
});

process.send!("ready");
