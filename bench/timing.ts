/** Seconds that a piece of work takes. */
export async function timed(work: () => unknown): Promise<number> {
  const began = performance.now();
  await work();
  return (performance.now() - began) / 1000;
}

/** The middle one. */
export function median(values: number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1];
}

/** Medians of paired runs: ours and the peer's by turns, so that both see the same weather. */
export async function pairs(
  ours: () => unknown,
  peer: (() => Promise<{ seconds: number }>) | null,
  runs = 5,
): Promise<{ ourSeconds: number; peerSeconds: number | null }> {
  const [mine, theirs]: [number[], number[]] = [[], []];
  for (let run = 0; run < runs; run++) {
    mine.push(await timed(ours));
    if (peer) theirs.push((await peer()).seconds);
  }
  return { ourSeconds: median(mine), peerSeconds: peer ? median(theirs) : null };
}

/** The median of a few runs, after one that warms up. */
export async function repeated(work: () => unknown, runs = 5): Promise<number> {
  await work();
  const seconds: number[] = [];
  for (let run = 0; run < runs; run++) seconds.push(await timed(work));
  return median(seconds);
}
