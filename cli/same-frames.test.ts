import { describe, expect, test } from "vitest";
import { COMPANIONS, sampleFiles } from "../scripts/fuzz/samples";
import { Coordinator, fill, localShard } from "../src/engine";
import { bytesFile } from "../src/sources/byte-file";
import { inspectTables } from "../src/sources/inspect";
import { openTables } from "../src/sources/open-tables";
import { stage } from "../src/sources/staging/stage";

const samples = sampleFiles();
const KS = [4, 33, 96];

/** The scores that a file gives when it is opened as proposed. */
async function framesOf(name: string): Promise<Float32Array[]> {
  const beside = async (path: string) => {
    const bytes = samples.get(path.split("/").at(-1) ?? "");
    return bytes ? bytesFile(bytes, path) : null;
  };
  const dims = /^raw/.test(name) ? 96 : undefined;
  const tables = await openTables([bytesFile(samples.get(name)!, name)], { beside, dims });
  const { plan } = await inspectTables(tables, name, false);
  const source = await stage(tables[plan.table], plan);
  const { rows, dims: columns } = source.manifest;
  const coordinator = await Coordinator.open(localShard, { rows, dims: columns, type: source.type, shards: 1 });
  await fill(
    coordinator,
    source.blocks(() => {}),
  );
  const frames: Float32Array[] = [];
  for (const k of KS) frames.push((await coordinator.frame({ k })).scores);
  coordinator.close();
  return frames;
}

const isRounded = (name: string) => /[-_][iu]1\b/.test(name) || name.includes("-i1") || name.includes("-u1");

describe("whatever the format, the same matrix gives the same frames", async () => {
  const expected = { f4: await framesOf("matrix.npy"), i1: await framesOf("matrix-i1.npy") };

  test.each([...samples.keys()].filter((name) => !COMPANIONS.includes(name)))("%s", async (name) => {
    const frames = await framesOf(name);
    for (const [i, scores] of frames.entries()) {
      const reference = expected[isRounded(name) ? "i1" : "f4"][i];
      expect(scores.length).toBe(reference.length);
      const scale = reference.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
      const apart = scores.reduce((most, value, j) => Math.max(most, Math.abs(value - reference[j])), 0);
      expect(apart / scale, `${KS[i]} dims`).toBeLessThanOrEqual(1e-6);
    }
  });
});
