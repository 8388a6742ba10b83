import type { Insets } from "../../scene";
import type { Rectangle } from "../../scene/still";

/** Where things stand in a picture of a film, in its pixels. */
export interface FilmLayout {
  /** Pixels for one CSS pixel, in which type and points are measured. */
  ratio: number;
  /** What the cloud keeps free, in CSS pixels. */
  insets: Insets;
  /** The profile; null where it is not drawn. */
  track: Rectangle | null;
  /** Where the words stand, which names keep out of; null where none are written. */
  words: FilmWords | null;
}

/** Baselines of what is written, and from which edge. */
export interface FilmWords {
  left: number;
  right: number;
  /** The name of the space, and what it is of. */
  title: number;
  rows: number;
  /** k and the variance, and what they are of. */
  number: number;
  unit: number;
}

/** CSS pixels of the shorter side from which type and points grow with the picture, and below which they do not shrink. */
const SHORT = 400;
const LEAST_RATIO = 0.7;

const MARGIN = 20;
const TRACK = { height: 38, ticks: 18, below: 10 };
/** Sizes of type, in CSS pixels. */
export const TYPE = { number: 46, figure: 22, title: 16.5, small: 13.5, name: 14.5, tick: 11 };
/** So much wider than high is a picture whose corners the cloud leaves free. */
const WIDE = 1.3;

/** Lays out a picture of so many pixels. */
export function layOut(
  { width, height }: { width: number; height: number },
  { text, track }: { text: boolean; track: boolean },
): FilmLayout {
  const ratio = Math.max(LEAST_RATIO, Math.min(width, height) / SHORT);
  const px = (css: number) => Math.round(css * ratio);
  const isWide = width / height > WIDE;
  const footCss = track ? TRACK.height + TRACK.below + (text ? TRACK.ticks : 6) : 0;
  const foot = px(footCss);
  const trackBox = track && {
    left: px(MARGIN),
    width: width - 2 * px(MARGIN),
    top: height - foot,
    height: px(TRACK.height),
  };
  const base = height - (track ? foot + px(14) : px(MARGIN));
  const words = text
    ? {
        left: px(MARGIN),
        right: width - px(MARGIN),
        title: px(MARGIN + 12),
        rows: px(MARGIN + 32),
        number: base - px(21),
        unit: base,
      }
    : null;
  const belowCloud = footCss + 26 + (text && !isWide ? 68 : 0);
  const insets = {
    top: text && !isWide ? 62 : 22,
    bottom: track || (text && !isWide) ? belowCloud : 14,
    left: 14,
    right: 14,
  };
  return { ratio, insets, track: trackBox || null, words };
}
