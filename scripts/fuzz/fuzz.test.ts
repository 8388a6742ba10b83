import { describe, expect, test } from "vitest";
import { broken } from "./mutate";
import { oneCase } from "./one-case";
import { COMPANIONS, sampleFiles } from "./samples";

// The short run; `npm run fuzz` is the long one.
const CASES = 12;
const samples = sampleFiles();
const beside = (path: string) => samples.get(path.split("/").at(-1) ?? "") ?? null;

describe.each([...samples.keys()].filter((name) => !COMPANIONS.includes(name)))("%s", (name) => {
  const whole = samples.get(name)!;

  test("is read as it is", async () => {
    expect(await oneCase(Uint8Array.from(whole), name, beside)).toEqual({ kind: "read" });
  });

  test("is read or refused in a sentence, however it is broken", async () => {
    const faults: string[] = [];
    for (let seed = 0; seed < CASES; seed++) {
      const { bytes, way } = broken(whole, seed);
      const verdict = await oneCase(bytes, name, beside);
      if (verdict.kind === "fault") faults.push(`seed ${seed} (${way}): ${verdict.why}`);
    }
    expect(faults).toEqual([]);
  });
});

test("the same seed breaks a file in the same way, and not as another does", () => {
  const whole = samples.get("matrix.npy")!;
  expect(broken(whole, 7)).toEqual(broken(whole, 7));
  expect(broken(whole, 7).bytes).not.toEqual(broken(whole, 8).bytes);
  expect(whole).toEqual(sampleFiles().get("matrix.npy"));
});
