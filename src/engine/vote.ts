/**
 * The category that most of a point's neighbours have; of categories that tie, the one whose first member is the
 * nearest. Neighbours without one (−1) have no voice.
 *
 * @param nearest rows, nearest first
 * @returns −1 where none has one
 */
export function vote(nearest: Int32Array, codes: ArrayLike<number>): number {
  const voices = new Map<number, number>();
  for (const row of nearest) {
    const code = row < 0 ? -1 : codes[row];
    if (code >= 0) voices.set(code, (voices.get(code) ?? 0) + 1);
  }
  let [winner, most] = [-1, 0];
  // A map keeps the order in which the categories came.
  for (const [code, count] of voices) if (count > most) [winner, most] = [code, count];
  return winner;
}
