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
  return highestBelow(k, 2);
}

/**
 * Where the solution for k starts from: a rung of a finer ladder, 128 an octave, which itself starts from the rung of the
 * coarse one below. It, too, depends on k alone; so near a prefix its eigenvectors are nearly known.
 */
export function startBelow(k: number): number | null {
  return highestBelow(k, 128);
}

/** Whether k is a place that others start from. */
export function isStart(k: number): boolean {
  return startBelow(k + 1) === k;
}

function highestBelow(k: number, octave: number): number | null {
  if (k <= LEAST) return null;
  for (let step = Math.ceil(octave * Math.log2(k / LEAST)); step >= 0; step--) {
    const rung = Math.round(LEAST * 2 ** (step / octave));
    if (rung < k) return rung;
  }
  return null;
}
