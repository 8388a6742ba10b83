import type { Study } from "./study";

export interface NormShares {
  k: number;
  /** Of each row ‖x[:k]‖² ÷ ‖x‖², 0 … 1; 0 for a row of zeros. */
  shares: Float32Array;
  /** The rows of the least shares, least first: those a cut to k shortens most. Rows of zeros are not among them. */
  worst: Int32Array;
  /** How many rows fall in each of equal classes between the least and the greatest share. */
  counts: Int32Array;
  from: number;
  to: number;
}

const WORST = 10;
const CLASSES = 24;
/** Dims that a shard adds up in one piece. */
const PIECE = 512;

/** How much of every row's squared norm its first k dims hold. */
export const norms: Study<{ k: number }, NormShares> = async (coordinator, { k }, run) => {
  const { dims } = coordinator;
  const asked = async (from: number, to: number) => {
    // Each piece adds its new dims to what the shards have: see `squaredNorms` in the protocol.
    for (let at = from + PIECE; at < to; at += PIECE) {
      await coordinator.squaredNorms(at);
      run.progress(at / dims);
      await run.pause();
    }
    return coordinator.squaredNorms(to);
  };
  const part = await asked(0, k);
  await run.pause();
  const whole = k < dims ? await asked(k, dims) : part;
  run.progress(1);
  return { k, ...classesOf(part, whole) };
};

function classesOf(part: Float64Array, whole: Float64Array): Omit<NormShares, "k"> {
  const shares = Float32Array.from(part, (value, row) => (whole[row] > 0 ? Math.min(1, value / whole[row]) : 0));
  let [from, to] = [1, 0];
  let rows: number[] = [];
  shares.forEach((share, row) => {
    if (whole[row] === 0) return;
    from = Math.min(from, share);
    to = Math.max(to, share);
    if (rows.length < WORST || share < shares[rows[rows.length - 1]]) {
      rows = [...rows, row].sort((a, b) => shares[a] - shares[b] || a - b).slice(0, WORST);
    }
  });
  const counts = new Int32Array(CLASSES);
  shares.forEach((share, row) => {
    if (whole[row] > 0) counts[Math.min(CLASSES - 1, Math.floor(((share - from) / (to - from || 1)) * CLASSES))]++;
  });
  return { shares, worst: Int32Array.from(rows), counts, from: Math.min(from, to), to };
}
