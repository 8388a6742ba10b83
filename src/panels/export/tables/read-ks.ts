/**
 * Numbers of dims as one types them: "64, 256 512".
 *
 * @returns them rising, each once; null where one of them is none, or not between `least` and `most`
 */
export function readKs(text: string, least: number, most: number): number[] | null {
  const parts = text.split(/[\s,;，、]+/).filter(Boolean);
  const ks = parts.map((part) => (/^\d{1,6}$/.test(part) ? Number(part) : Number.NaN));
  if (ks.length === 0 || !ks.every((k) => k >= least && k <= most)) return null;
  return [...new Set(ks)].sort((a, b) => a - b);
}

/** The sizes that a space is cut to most often, up to all of its dims. */
export function usualKs(dims: number): number[] {
  return [64, 128, 256, 512, 1024, 1536, 2048].filter((k) => k < dims).concat(dims);
}
