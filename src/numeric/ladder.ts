/** The fewest dims that are shown. */
export const LEAST = 4;

/**
 * The rungs of the keyframe ladder below d: two an octave from 4 on, then d itself. They depend on d alone, so a frame
 * does not depend on the way the slider took.
 */
export function ladder(dims: number): number[] {
  const rungs: number[] = [];
  for (let step = 0; ; step++) {
    const rung = Math.round(LEAST * 2 ** (step / 2));
    if (rung >= dims) break;
    rungs.push(rung);
  }
  rungs.push(dims);
  return rungs;
}

/** The highest rung below k, or null for k at the foot of the ladder. */
export function rungBelow(k: number): number | null {
  if (k <= LEAST) return null;
  const step = Math.ceil(2 * Math.log2(k / LEAST)) - 1;
  for (let s = step + 1; s >= 0; s--) {
    const rung = Math.round(LEAST * 2 ** (s / 2));
    if (rung < k) return rung;
  }
  return null;
}
