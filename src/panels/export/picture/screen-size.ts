import type { Insets } from "../../../scene";
import { screenRoom } from "../../../scene/still";
import type { Size } from "./sizes";

/** A side panel takes more than this. */
const PANEL = 100;

/**
 * The picture as it stands on the screen: its size, and what the cloud keeps free at each edge. What a panel covers at
 * the right is left out, which changes nothing of the rest.
 */
export function screenSize(): { size: Size; room: Insets } {
  const { width, height, insets } = screenRoom() ?? {
    width: window.innerWidth,
    height: window.innerHeight,
    insets: { top: 0, right: 0, bottom: 0, left: 0 },
  };
  const cut = insets.right > PANEL ? insets.right - 8 : 0;
  return {
    size: { width: Math.round(width - cut), height: Math.round(height) },
    room: { ...insets, right: insets.right - cut },
  };
}
