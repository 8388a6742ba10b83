import type { Insets } from "../../scene";
import { GIZMO, type Rectangle } from "../../scene/still";
import type { Camera, Frame } from "../../state";
import { axesItems } from "./axes";
import { captionBar, captionLines } from "./caption";
import type { Facts } from "./facts";
import type { Inks } from "./inks";
import { type Block, legendColumn, legendLines } from "./legend";
import type { Font, Item, Measure } from "./page";
import { trackItems, UNDER } from "./track";

/** What stands around the cloud, each of which can be left out. */
export interface Parts {
  labels: boolean;
  legend: boolean;
  axes: boolean;
  profile: boolean;
  caption: boolean;
}

/** What stands around a cloud, and what it leaves to it. */
export interface Furniture {
  items: Item[];
  /** What the cloud is to keep free at each edge, in pixels of the page. */
  insets: Insets;
  /** Where no label may stand. */
  covers: Rectangle[];
  /** Where what stands below the cloud begins: points that reach under it are dimmed. */
  bottom: number;
}

/** What there is to set: facts, the frame and the camera that it is seen by. */
export interface Subject {
  facts: Facts;
  frame: Frame;
  cam: Camera;
}

type Size = { width: number; height: number };

/** Pages narrower than this have their legend below the cloud. */
export const NARROW = 560;
const PAD = 24;
const SMALL: Font = { size: 12, weight: 400 };
const NOTHING: Block = { items: [], width: 0, height: 0 };

/**
 * Sets what stands around the cloud of a picture.
 *
 * @param room what the cloud keeps free, where that is given: as on the screen; else it is what is left of the page
 */
export function furnish(
  subject: Subject,
  size: Size,
  parts: Parts,
  inks: Inks,
  measure: Measure,
  room: Insets | null = null,
): Furniture {
  return size.width < NARROW
    ? furnishNarrow(subject, size, parts, inks, measure, room)
    : furnishWide(subject, size, parts, inks, measure, room);
}

function furnishWide(
  { facts, frame, cam }: Subject,
  { width, height }: Size,
  parts: Parts,
  inks: Inks,
  measure: Measure,
  room: Insets | null,
): Furniture {
  const items: Item[] = [];
  const covers: Rectangle[] = [];
  const inner = width - 2 * PAD;
  let bottom = height - PAD + 4;
  if (parts.caption) {
    bottom -= 42;
    items.push(...captionBar(facts, PAD, bottom, inner, inks, measure).items);
    bottom -= 10;
  }
  if (parts.profile) {
    const tall = Math.min(48, Math.max(28, height * 0.05));
    bottom -= tall + UNDER;
    items.push(...trackItems(facts, { x: PAD, y: bottom, width: inner, height: tall, figures: 11 }, inks));
    bottom -= 8;
  }
  if (bottom < height - PAD) covers.push({ left: 0, top: bottom, width, height: height - bottom });

  const axesHigh = parts.axes && bottom > 260 ? GIZMO : 0;
  const legend = parts.legend && facts.legend;
  const column = legend ? legendColumn(legend, PAD, PAD, bottom - axesHigh - PAD - 16, inks, measure) : NOTHING;
  items.push(...column.items);
  if (legend) covers.push({ left: 0, top: 0, width: PAD + column.width + 8, height: PAD + column.height + 8 });
  let left = legend ? PAD + column.width : 0;
  if (axesHigh > 0) {
    const middle = bottom - GIZMO / 2;
    items.push(...axesItems(frame, cam, PAD + GIZMO / 2 - 8, middle, GIZMO, inks));
    facts.axes.forEach((share, i) => {
      const at = { x: PAD + GIZMO + 4, y: middle - 12 + i * 18 };
      items.push({ kind: "text", text: `PC${i + 1}  ${share}`, ...at, font: SMALL, fill: inks.quiet });
    });
    covers.push({ left: 0, top: bottom - GIZMO, width: PAD + GIZMO + 76, height: GIZMO });
    left = Math.max(left, PAD + GIZMO + 76);
  }
  const free = { top: 12, bottom: height - bottom + 4 };
  // In the middle of the page, if there is as much room at the other side.
  const isRoomy = width - 2 * left > (height - free.top - free.bottom) * 1.15;
  return { items, covers, bottom, insets: room ?? { ...free, left, right: isRoomy ? left : 8 } };
}

function furnishNarrow(
  { facts, frame, cam }: Subject,
  { width, height }: Size,
  parts: Parts,
  inks: Inks,
  measure: Measure,
  room: Insets | null,
): Furniture {
  const pad = 14;
  const inner = width - 2 * pad;
  const items: Item[] = [];
  let bottom = height - pad;
  const put = (block: Block, gap: number) => {
    items.push(...block.items);
    bottom -= gap;
  };
  if (parts.caption) {
    const { height: tall } = captionLines(facts, 0, 0, inner, inks, measure);
    bottom -= tall;
    put(captionLines(facts, pad, bottom, inner, inks, measure), 8);
  }
  if (parts.profile) {
    bottom -= 28 + UNDER;
    items.push(...trackItems(facts, { x: pad, y: bottom, width: inner, height: 28, figures: 10 }, inks));
    bottom -= 8;
  }
  if (parts.legend && facts.legend) {
    const { height: tall } = legendLines(facts.legend, 0, 0, inner, inks, measure);
    bottom -= tall;
    put(legendLines(facts.legend, pad, bottom, inner, inks, measure), 6);
  }
  const covers: Rectangle[] = [{ left: 0, top: bottom, width, height: height - bottom }];
  if (parts.axes && bottom > 160) {
    const size = 76;
    items.push(...axesItems(frame, cam, pad + size / 2, bottom - size / 2, size, inks));
    covers.push({ left: 0, top: bottom - size, width: size + pad + 8, height: size });
  }
  const own = { top: 8, left: 8, right: 8, bottom: height - bottom };
  // What stands below is more than the screen leaves free there.
  return { items, covers, bottom, insets: room ? { ...room, bottom: Math.max(room.bottom, own.bottom) } : own };
}
