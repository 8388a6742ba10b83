import type { Projection, Spectrum } from "../numeric";

export type Axes = "aligned" | "pc";
export type Mode = "raw" | "unit";

/** The exact PCA of one prefix. */
export interface Frame {
  /** How many leading dimensions it is of. */
  k: number;
  mode: Mode;
  /** `aligned`: turned towards the keyframe before it; `pc`: the principal axes themselves. */
  axes: Axes;
  /** n × 3, row-major: the centred points in the three axes. */
  scores: Float32Array;
  /** 3 × k, row-major: the axes. */
  components: Float32Array;
  /** Variance along each of the three principal axes (n − 1), largest first, whatever `axes` says. */
  explainedVariance: [number, number, number];
  /** The same over the total variance of this prefix. */
  explainedVarianceRatio: [number, number, number];
  /** Root mean square distance of the points from their mean in the three axes. */
  rms: number;
  /** False if the iteration ended at its cap before the residual bound held. */
  converged: boolean;
}

/** What a frame is made of before its scores are asked for. */
export interface Solved {
  k: number;
  axes: Axes;
  mode: Mode;
  spectrum: Spectrum;
  total: number;
  /** What the rows are projected on. */
  projection: Projection;
}

/**
 * @param scores n × 3, which become the frame's
 * @param gain what all values were multiplied by, and is taken out again
 */
export function frameOf(
  { k, axes, mode, spectrum, total, projection }: Solved,
  scores: Float32Array,
  gain: number,
): Frame {
  const rows = scores.length / 3;
  const variance = [0, 1, 2].map((i) => spectrum.values[i] ?? 0);
  const sum = variance[0] + variance[1] + variance[2];
  if (gain !== 1) for (let i = 0; i < scores.length; i++) scores[i] /= gain;
  return {
    k,
    mode,
    axes,
    scores,
    components: transpose(projection.axes, k),
    explainedVariance: variance.map((value) => value / gain / gain) as [number, number, number],
    explainedVarianceRatio: variance.map((value) => (total > 0 ? value / total : 0)) as [number, number, number],
    rms: Math.sqrt((sum * Math.max(1, rows - 1)) / rows) / gain,
    converged: spectrum.converged,
  };
}

function transpose(axes: Float32Array, k: number): Float32Array {
  const components = new Float32Array(3 * k);
  for (let r = 0; r < k; r++) for (let c = 0; c < 3; c++) components[c * k + r] = axes[r * 3 + c];
  return components;
}
