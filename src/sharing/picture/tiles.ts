/** A rectangle of whole pixels. */
export interface PixelBox {
  left: number;
  top: number;
  width: number;
  height: number;
}

/** One piece of a picture: what is drawn, and the part of it that is kept. */
export interface Tile {
  drawn: PixelBox;
  kept: PixelBox;
}

/**
 * Cuts a box into tiles. Each is drawn with a margin: a GPU leaves out a point whose middle lies beyond the edge, though
 * half of it would be seen.
 *
 * @param side pixels that a tile, its margins included, has at most each way
 */
export function tilesOf({ left, top, width, height }: PixelBox, side: number, margin: number): Tile[] {
  const across = cuts(width, side, margin);
  const down = cuts(height, side, margin);
  return down.flatMap((y) =>
    across.map((x): Tile => {
      const kept = { left: left + x.from, top: top + y.from, width: x.to - x.from, height: y.to - y.from };
      const isWhole = across.length * down.length === 1;
      const edge = isWhole ? 0 : margin;
      return {
        kept,
        drawn: {
          left: kept.left - edge,
          top: kept.top - edge,
          width: kept.width + 2 * edge,
          height: kept.height + 2 * edge,
        },
      };
    }),
  );
}

function cuts(length: number, side: number, margin: number): { from: number; to: number }[] {
  const count = length <= side ? 1 : Math.ceil(length / Math.max(1, side - 2 * margin));
  return Array.from({ length: count }, (_, i) => ({
    from: Math.round((length * i) / count),
    to: Math.round((length * (i + 1)) / count),
  }));
}
