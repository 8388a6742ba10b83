import { readFileSync } from "node:fs";

/** One golden frame, made by `tests/reference/make-reference.py`. */
export interface ReferenceFrame {
  k: number;
  /** Four leading variances. */
  explainedVariance: number[];
  /** Variance of the whole prefix. */
  total: number;
  /** 3 × k, row-major. */
  components: Float32Array;
}

/** The golden frames of `wordnet-mrl-3072`, in raw or in unit mode. */
export function referenceFrames(mode: "raw" | "unit" = "raw"): ReferenceFrame[] {
  const folder = "tests/reference";
  const written = JSON.parse(readFileSync(`${folder}/wordnet-mrl-3072.json`, "utf8"));
  const frames: Omit<ReferenceFrame, "components">[] = mode === "raw" ? written.frames : written.unitFrames;
  return frames.map((frame) => {
    const bytes = readFileSync(`${folder}/components-${mode === "unit" ? "unit-" : ""}${frame.k}.npy`);
    const body = bytes.subarray(10 + bytes.readUInt16LE(8));
    return {
      ...frame,
      components: new Float32Array(body.buffer.slice(body.byteOffset, body.byteOffset + body.length)),
    };
  });
}
