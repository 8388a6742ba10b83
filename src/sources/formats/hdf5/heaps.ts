const [LEAST, MOST, ALIGNED] = [4096, 2 ** 26, 8];
const MARK = [0x47, 0x43, 0x4f, 0x4c];

/**
 * Whether these bytes begin a heap of texts (`GCOL`) whose parts do not lie in it one after the other. The library steps
 * from part to part by the sizes that are written there, and for ever where one is 0, or is so in 32 bits.
 *
 * @param whole all bytes of the heap, when its length is known; null where they have to be fetched first
 */
export function isBrokenHeap(start: Uint8Array, whole: (length: number) => Uint8Array | null): boolean | null {
  if (start.length < 16 || MARK.some((byte, i) => start[i] !== byte)) return false;
  const length = lengthAt(start, 8);
  if (length < LEAST || length > MOST) return false;
  const heap = whole(length);
  if (heap === null) return null;
  for (let at = 16; at + 16 <= heap.length; ) {
    const size = lengthAt(heap, at + 8);
    const used = heap[at] + heap[at + 1] > 0;
    // What is left free counts its own head.
    const step = used ? 16 + Math.ceil(size / ALIGNED) * ALIGNED : size;
    if (step === 0 || at + step > heap.length) return true;
    at += step;
  }
  return false;
}

function lengthAt(bytes: Uint8Array, at: number): number {
  return Number(new DataView(bytes.buffer, bytes.byteOffset, bytes.length).getBigUint64(at, true));
}
