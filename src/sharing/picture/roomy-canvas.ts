/**
 * A canvas of so many pixels that truly has them: a browser that has no room for it may hand out one that stays blank.
 *
 * @throws RangeError where it has no room
 */
export function roomyCanvas(width: number, height: number): [HTMLCanvasElement, CanvasRenderingContext2D] {
  const canvas = document.createElement("canvas");
  canvas.width = width;
  canvas.height = height;
  const context = canvas.getContext("2d");
  context?.fillRect(width - 1, height - 1, 1, 1);
  if (context?.getImageData(width - 1, height - 1, 1, 1).data[3] !== 255) {
    throw new RangeError(`No room for a picture of ${width} × ${height} pixels`);
  }
  context.clearRect(width - 1, height - 1, 1, 1);
  return [canvas, context];
}
