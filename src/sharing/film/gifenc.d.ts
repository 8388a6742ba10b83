// What of gifenc 1.0.3 is used here; it comes without types.
declare module "gifenc" {
  /** Bytes that grow. */
  interface GifStream {
    /** A copy of what has been written. */
    bytes(): Uint8Array<ArrayBuffer>;
    /** Goes back to the beginning. */
    reset(): void;
  }
  export function GIFEncoder(): {
    readonly stream: GifStream;
    writeFrame(
      index: Uint8Array,
      width: number,
      height: number,
      options: {
        palette?: number[][];
        /** Milliseconds, told in hundredths of a second. */
        delay?: number;
        repeat?: number;
        transparent?: boolean;
        transparentIndex?: number;
        dispose?: number;
      },
    ): void;
    finish(): void;
  };
  /** At most so many colours that stand for those of four bytes a pixel. */
  export function quantize(
    rgba: Uint8ClampedArray,
    most: number,
    options?: { format?: "rgb565" },
  ): [number, number, number][];
}
