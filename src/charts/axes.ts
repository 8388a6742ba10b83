/** How x is divided and named. */
export interface XAxis {
  /** Under the axis, with its unit: "dims", "shortlist m". */
  label: string;
  scale: "log" | "linear";
  /** A place in words, for the readout and the spoken value: 512 → "512 dims". By default the number and the label. */
  format?: ((x: number) => string) | undefined;
}

/** How y is divided and named. */
export interface YAxis {
  /** Over the axis, with its unit: "std per dim", "recall@10". */
  label: string;
  scale?: "log" | "linear" | undefined;
  /** The range that is shown at least: [0, 1] for a share. What lies outside widens it. */
  within?: readonly [number, number] | undefined;
  /** What the bands are: "95 % interval". */
  interval?: string | undefined;
  /** A value in words: 0.17 → "17 %". By default three figures. */
  format?: ((y: number) => string) | undefined;
}

/** What the cursor needs of a drawing: the frame of the axes in pixels, and the way from values to pixels and back. */
export interface Drawing {
  svg: SVGSVGElement;
  frame: { left: number; right: number; top: number; bottom: number };
  px: (x: number | string) => number;
  py: (y: number) => number;
  /** The x at a pixel. */
  xAt: (pixel: number) => number;
}

export interface Size {
  width: number;
  height: number;
}
