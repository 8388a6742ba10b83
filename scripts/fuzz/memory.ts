/** What is held beside a file of next to no bytes. */
const FLOOR = 32 * 2 ** 20;

/** How many bytes a reader may hold at once for a file of `bytes`. */
export function allowedBytes(bytes: number): number {
  return 4 * bytes + FLOOR;
}
