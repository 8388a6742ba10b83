const FIRST = 8;

/** The standard prefixes: 8, 16, 32 … below d, and d itself. */
export function standardPrefixes(dims: number): number[] {
  const prefixes: number[] = [];
  for (let prefix = FIRST; prefix < dims; prefix *= 2) prefixes.push(prefix);
  return [...prefixes, dims];
}
