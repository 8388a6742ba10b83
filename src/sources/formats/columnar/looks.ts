/** The length that most of them have; 0 where half of them or fewer have it, for those are no vectors. */
export function commonLength(values: readonly { length: number }[]): number {
  const counts = new Map<number, number>();
  for (const { length } of values) counts.set(length, (counts.get(length) ?? 0) + 1);
  return [...counts].find(([, count]) => count > values.length / 2)?.[0] ?? 0;
}

/** Whether bytes are numbers of single precision: hashes and pictures read as such have absurd exponents. */
export function holdsFloats(values: readonly Uint8Array[]): boolean {
  let [seen, likely] = [0, 0];
  for (const bytes of values) {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    for (let at = 0; at + 4 <= bytes.length; at += 4) {
      const size = Math.abs(view.getFloat32(at, true));
      seen++;
      if (size === 0 || (size > 1e-9 && size < 1e6)) likely++;
    }
  }
  return likely > 0.9 * seen;
}

/** PNG, JPEG, GIF, WebP, by their first bytes. */
export function isPicture(values: readonly Uint8Array[]): boolean {
  const marks = [
    [0x89, 0x50, 0x4e, 0x47],
    [0xff, 0xd8, 0xff],
    [0x47, 0x49, 0x46, 0x38],
    [0x52, 0x49, 0x46, 0x46],
  ];
  return values.length > 0 && values.every((bytes) => marks.some((mark) => mark.every((byte, i) => bytes[i] === byte)));
}
