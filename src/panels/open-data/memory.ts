/** What a device says of its memory, in bytes, as coarsely as browsers tell; null where they do not. */
export function deviceMemory(): number | null {
  const { deviceMemory: gigabytes } = navigator as Navigator & { deviceMemory?: number };
  return gigabytes ? gigabytes * 1024 ** 3 : null;
}
