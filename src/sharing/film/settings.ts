import type { FilmPath } from "./path";

/** How the file is written. */
export type FilmFormat = "mp4-avc" | "mp4-av1" | "webm-vp9" | "gif" | "png";

/** All that a film depends on, but for the space and how it is looked at. */
export interface FilmSettings extends Omit<FilmPath, "scale"> {
  /** Pixels; whole and even, as video codecs want them. */
  width: number;
  height: number;
  ground: "dark" | "light";
  /** Whether k, the variance, the space's name and the names of groups and selected points are written. */
  text: boolean;
  /** Whether the profile is drawn, lit up to k. */
  track: boolean;
  format: FilmFormat;
  quality: "standard" | "high";
}

/** The proportions of a film. */
export const SHAPES = { wide: [16, 9], square: [1, 1], tall: [9, 16] } as const;
export type Shape = keyof typeof SHAPES;

/** Pixels of the shorter side that can be chosen; the last is 4K. */
export const SHORT_SIDES = [240, 360, 480, 720, 1080, 1440, 2160] as const;

/** Pixels of a shape whose shorter side has so many. */
export function sizeOf(shape: Shape, short: number): { width: number; height: number } {
  const [wide, high] = SHAPES[shape];
  const even = (value: number) => 2 * Math.round(value / 2);
  const scale = short / Math.min(wide, high);
  return { width: even(wide * scale), height: even(high * scale) };
}

/** The shape and shorter side of a size that `sizeOf` gave. */
export function shapeOf({ width, height }: { width: number; height: number }): { shape: Shape; short: number } {
  const shape = width === height ? "square" : width > height ? "wide" : "tall";
  return { shape, short: Math.min(width, height) };
}

/** What a film can be asked for; a GIF tells its delays in hundredths of a second, and browsers slow down one of 1. */
export function frameRates(format: FilmFormat): readonly number[] {
  return format === "gif" ? [24, 30] : [24, 30, 60];
}

export const SECONDS = { least: 0.5, most: 600 };
export const TURN = { least: -1080, most: 1080 };

/** Where a film of a space begins and ends at first. */
export function firstSettings(dims: number, ground: FilmSettings["ground"]): FilmSettings {
  return {
    from: Math.min(4, dims),
    to: dims,
    seconds: 20,
    fps: 30,
    easing: "gentle",
    turn: 90,
    ...sizeOf("wide", 1080),
    ground,
    text: true,
    track: true,
    format: "mp4-avc",
    quality: "standard",
  };
}

/** The settings, brought to what can be: what was typed may be anything. */
export function withinReach(settings: FilmSettings, dims: number): FilmSettings {
  const clamp = (value: number, least: number, most: number) => Math.min(most, Math.max(least, value || least));
  const fps = frameRates(settings.format).includes(settings.fps) ? settings.fps : 30;
  return {
    ...settings,
    fps,
    from: Math.round(clamp(settings.from, Math.min(4, dims), dims)),
    to: Math.round(clamp(settings.to, Math.min(4, dims), dims)),
    seconds: clamp(settings.seconds, SECONDS.least, SECONDS.most),
    turn: Math.min(TURN.most, Math.max(TURN.least, settings.turn || 0)),
  };
}

/** Of H.264, for 1920 × 1080 at 30 frames a second. */
const BITS = 13_700_000;
const CODEC_BITS = { "mp4-avc": 1, "mp4-av1": 0.6, "webm-vp9": 0.75 } as const;

/**
 * Bits a second for a video: thousands of points that all move take more than most films. There are as many in a small
 * picture as in a large one, so bits grow less than pixels do; and twice the frames differ by less each.
 */
export function bitrateOf({ width, height, fps, format, quality }: FilmSettings): number {
  const codec = format in CODEC_BITS ? CODEC_BITS[format as keyof typeof CODEC_BITS] : 1;
  const size = ((width * height) / (1920 * 1080)) ** 0.75;
  const bits = BITS * codec * (quality === "high" ? 2.2 : 1) * size * (fps / 30) ** 0.6;
  return Math.round(bits / 1000) * 1000;
}
