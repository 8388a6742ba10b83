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
