import type { Insets } from "../../scene";
import { drawnUnit, type OffscreenCloud, type Shot, type Split, splitInto } from "../../scene/still";
import { coloringOf, type Frame, type ScopeState } from "../../state";
import { roomyCanvas } from "./roomy-canvas";
import { type PixelBox, tilesOf } from "./tiles";

/** Tiles are no larger than this each way: what a GPU gives without effort, and a browser without a warning. */
const SIDE = 4096;
/** Pixels of the largest point for one of the page, halved: see `dress`. */
const HALF_POINT = 24;

/** One cloud of the picture: all of it, or one of two halves. */
export interface Half {
  frame: Frame;
  isSecond: boolean;
  insets: Insets;
  /** Its part of the page, in pixels of the page. */
  clip: PixelBox;
}

/** The clouds of a page and the area of each; the second where two are compared. */
export function halvesOf(
  { frame, beside }: ScopeState,
  { width, height }: { width: number; height: number },
  insets: Insets,
): { halves: Half[]; split: Split | null } {
  const whole = { left: 0, top: 0, width, height };
  const other = beside?.problem === null ? beside.frame : null;
  if (!frame) return { halves: [], split: null };
  if (!other) return { halves: [{ frame, isSecond: false, insets, clip: whole }], split: null };
  const split = splitInto(width, height, insets);
  const { stacked, edge, shift } = split;
  const rest = stacked ? { ...whole, top: edge, height: height - edge } : { ...whole, left: edge, width: width - edge };
  const second = { ...insets, left: insets.left + shift.x, top: insets.top + shift.y };
  const first = stacked ? { ...whole, height: edge } : { ...whole, width: edge };
  return {
    halves: [
      { frame, isSecond: false, insets: split.insets, clip: first },
      { frame: other, isSecond: true, insets: second, clip: rest },
    ],
    split,
  };
}

interface Wish {
  state: ScopeState;
  /** Of the page. */
  size: { width: number; height: number };
  /** Pixels of the picture for one of the page. */
  scale: number;
  ground: Shot["ground"];
  transparent: boolean;
  signal: AbortSignal;
  /** How far it is, 0 … 1. */
  progress: (share: number) => void;
}

/**
 * Draws the clouds of a page, tile by tile, with a pause behind each.
 *
 * @param onDrawn told of each half once its points are placed: `cloud` says where
 * @throws RangeError where the browser has no room for the picture; the signal's reason where it is aborted
 */
export async function drawClouds(
  cloud: OffscreenCloud,
  halves: readonly Half[],
  { state, size, scale, ground, transparent, signal, progress }: Wish,
  onDrawn: (half: Half) => void,
): Promise<HTMLCanvasElement> {
  const pixels = { width: Math.round(size.width * scale), height: Math.round(size.height * scale) };
  const [canvas, context] = roomyCanvas(pixels.width, pixels.height);
  const margin = Math.ceil(HALF_POINT * Math.max(2, scale) + 2);
  const { muted, isolated, selection } = state;
  const jobs = halves.flatMap((half) =>
    tilesOf(inPixels(half.clip, scale), Math.min(SIDE, cloud.largestSide), margin).map((tile) => ({ half, tile })),
  );
  for (const [i, { half, tile }] of jobs.entries()) {
    signal.throwIfAborted();
    const { drawn, kept } = tile;
    cloud.draw({
      pixels,
      pixelRatio: scale,
      tile: drawn,
      insets: half.insets,
      cam: state.cam,
      ground,
      transparent,
      knots: [half.frame, half.frame],
      mix: 0,
      unit: drawnUnit(half.frame, half.isSecond),
      coloring: coloringOf(state),
      filter: { muted, isolated, selection },
    });
    const { left, top, width, height } = kept;
    context.drawImage(cloud.canvas, left - drawn.left, top - drawn.top, width, height, left, top, width, height);
    if (jobs[i - 1]?.half !== half) onDrawn(half);
    progress((i + 1) / jobs.length);
    if (jobs.length > 1) await new Promise((resolve) => setTimeout(resolve));
  }
  return canvas;
}

function inPixels({ left, top, width, height }: PixelBox, scale: number): PixelBox {
  const [x, y] = [Math.round(left * scale), Math.round(top * scale)];
  return {
    left: x,
    top: y,
    width: Math.round((left + width) * scale) - x,
    height: Math.round((top + height) * scale) - y,
  };
}
