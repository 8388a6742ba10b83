interface Size {
  width: number;
  height: number;
}

const GAP = 14;
const MARGIN = 8;

/** The card's top left: right below the point, on its other side where there is no room, and never past an edge. */
export function placeCard(point: { x: number; y: number }, card: Size, view: Size): { x: number; y: number } {
  return {
    x: alongAxis(point.x, card.width, view.width),
    y: alongAxis(point.y, card.height, view.height),
  };
}

function alongAxis(at: number, length: number, room: number): number {
  const after = at + GAP;
  const flipped = after + length > room - MARGIN ? at - GAP - length : after;
  return Math.max(MARGIN, Math.min(room - MARGIN - length, flipped));
}
