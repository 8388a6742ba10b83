/** Writes one number of many as people read it. */
export type WriteNumber = (value: number) => string;

/**
 * Writes the numbers of a column alike, with a true minus: whole ones as they are ("1984", "12,345"), others with the
 * decimals that numbers of this size need for three figures.
 *
 * @param size how large the numbers are, or how far apart
 */
export function writerFor(size: number, whole = false): WriteNumber {
  const digits = whole ? 0 : Math.min(6, Math.max(0, 2 - Math.floor(Math.log10(Math.abs(size) || 1))));
  const format = new Intl.NumberFormat("en", {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
    // A year is no amount.
    useGrouping: whole ? "min2" : "auto",
  });
  return (value) => (Number.isFinite(value) ? format.format(value).replace("-", "−") : "");
}
