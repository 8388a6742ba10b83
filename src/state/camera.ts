/**
 * Where the camera stands and what it looks at: six numbers, position before target, in units of the distance from which
 * the whole cloud fills the free area. So a link shows the same part of the cloud in any window.
 */
export type Camera = readonly number[];

/** The first view: the first two axes in the plane of the screen, the whole cloud in sight. */
export const FIRST_CAMERA: Camera = [0, 0, 1, 0, 0, 0];

const FARTHEST = 100;

/** Reads six numbers with commas between them; null where they are none, or look from nowhere. */
export function readCamera(text: string): Camera | null {
  const parts = text.split(",");
  const numbers = parts.map(Number);
  const fine = numbers.every((value, i) => parts[i].trim() !== "" && Math.abs(value) <= FARTHEST);
  if (numbers.length !== 6 || !fine) return null;
  const apart = Math.hypot(numbers[0] - numbers[3], numbers[1] - numbers[4], numbers[2] - numbers[5]);
  return apart > 1e-3 ? numbers : null;
}

/** The same as text, as exact as an eye can tell. */
export function writeCamera(camera: Camera): string {
  return roundCamera(camera).join(",");
}

/** What a link can say of it. */
export function roundCamera(camera: Camera): Camera {
  return camera.map((value) => Math.round(value * 1e4) / 1e4 + 0);
}
