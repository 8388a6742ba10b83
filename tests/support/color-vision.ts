type Triple = [number, number, number];
type Matrix = [Triple, Triple, Triple];
type Eyes = "normal" | "protanopic" | "deuteranopic";

// Machado, Oliveira and Fernandes 2009, full severity, on linear RGB.
const SEEN_BY: Record<Eyes, Matrix> = {
  normal: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopic: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopic: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
};
const TO_LMS: Matrix = [
  [0.4122214708, 0.5363325363, 0.0514459929],
  [0.2119034982, 0.6806995451, 0.1073969566],
  [0.0883024619, 0.2817188376, 0.6299787005],
];
const TO_LAB: Matrix = [
  [0.2104542553, 0.793617785, -0.0040720468],
  [1.9779984951, -2.428592205, 0.4505937099],
  [0.0259040371, 0.7827717662, -0.808675766],
];

const times = (matrix: Matrix, v: Triple) =>
  matrix.map((row) => row[0] * v[0] + row[1] * v[1] + row[2] * v[2]) as Triple;
const linear = (hex: string) =>
  [1, 3, 5].map((at) => {
    const byte = Number.parseInt(hex.slice(at, at + 2), 16);
    const value = byte / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  }) as Triple;
const clip = (v: Triple) => v.map((value) => Math.min(1, Math.max(0, value))) as Triple;
const oklab = (v: Triple) => times(TO_LAB, times(TO_LMS, v).map(Math.cbrt) as Triple);
const luminance = (hex: string) => linear(hex).reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0);

/** The least distance in Oklab among some colours ("#rrggbb"), as such eyes see them. */
export function leastDistance(hexes: readonly string[], eyes: Eyes): number {
  const colors = hexes.map((hex) => oklab(clip(times(SEEN_BY[eyes], linear(hex)))));
  let least = Number.POSITIVE_INFINITY;
  for (let i = 0; i < colors.length; i++) {
    for (let j = 0; j < i; j++) {
      least = Math.min(least, Math.hypot(...colors[i].map((value, axis) => value - colors[j][axis])));
    }
  }
  return least;
}

/** The contrast of two colours, 1 to 21, as WCAG 2 has it. */
export function contrast(one: string, other: string): number {
  const [low, high] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}
