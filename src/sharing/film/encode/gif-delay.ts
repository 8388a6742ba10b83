/** How long picture `index` of a GIF stands, in hundredths of a second: rounded so that what they add up to is not. */
export function delayOf(index: number, fps: number): number {
  const until = (pictures: number) => Math.round((100 * pictures) / fps);
  return until(index + 1) - until(index);
}
