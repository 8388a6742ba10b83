import type { Figure } from "./figure";

/** What the exact frames tell; each is read when the slider stands there. */
export const FRAME_FIGURES: Record<string, Figure> = Object.fromEntries(
  [4, 512, 3072].map((k) => [`explained.${k}`, explainedAt(k)]),
);

/** The share of the variance of the first k dims that lies in the three axes. */
function explainedAt(k: number): Figure {
  return {
    like: k === 4 ? "88 %" : "8.8 %",
    async read(reading, write) {
      const { frame } = await reading.when((state) => state.frame?.k === k && state.frame.mode === "raw");
      const share = frame?.explainedVarianceRatio.reduce((sum, ratio) => sum + ratio, 0) ?? Number.NaN;
      return write.percent(share, share < 0.1 ? 1 : 0);
    },
  };
}
