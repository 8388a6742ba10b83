import type { Ground, Insets } from "../../scene";
import type { OffscreenCloud, Rectangle } from "../../scene/still";
import type { ScopeState } from "../../state";
import { canvasRaster } from "./canvas-raster";
import { CARD, CARD_LABELS, furnishCard } from "./card";
import { drawClouds, type Half, halvesOf } from "./draw-cloud";
import { factsOf } from "./facts";
import { type Furniture, furnish, type Parts } from "./furnish";
import { INKS, type Inks } from "./inks";
import { labelItems } from "./labels";
import type { Font, Item, Measure, Page } from "./page";

/** The ground of a picture: the theme's, white (for paper), or none. */
export type Background = "theme" | "white" | "clear";

/** What picture is wished for. */
export interface PictureWish {
  subject: "view" | "card";
  /** Of the page; the card has its own. */
  size: { width: number; height: number; widthInMm?: number | undefined };
  /** What the cloud keeps free at each edge, as on the screen; null where it takes what there is. */
  room: Insets | null;
  background: Background;
  ground: Ground;
  parts: Parts;
  /** Pixels of the cloud for one of the page. */
  scale: number;
}

interface Run {
  signal: AbortSignal;
  /** How far the drawing is, 0 … 1. */
  progress?: (share: number) => void;
}

const NAMES: Font = { size: 13, weight: 400 };

/**
 * Makes the page of a picture of what the state shows; null before the first frame.
 *
 * @param measure of the writer that will write it
 * @throws RangeError where the browser has no room for it; the signal's reason where it is aborted
 */
export async function composePicture(
  cloud: OffscreenCloud,
  state: ScopeState,
  wish: PictureWish,
  measure: Measure,
  { signal, progress = () => {} }: Run,
): Promise<Page | null> {
  const { subject, background, parts, scale } = wish;
  const ground: Ground = background === "white" ? "light" : wish.ground;
  const inks: Inks = background === "white" ? { ...INKS.light, ground: "#ffffff" } : INKS[ground];
  const facts = factsOf(state, ground);
  const { frame, cam } = state;
  if (!facts || !frame) return null;
  const size = subject === "card" ? CARD : wish.size;
  const { items, insets, covers, bottom }: Furniture =
    subject === "card"
      ? furnishCard(facts, inks, measure)
      : furnish({ facts, frame, cam }, size, parts, inks, measure, wish.room);

  const { halves, split } = halvesOf(state, size, insets);
  const labels: Item[] = [];
  const onDrawn = (half: Half) => {
    if (!parts.labels) return;
    const others = halves.filter((one) => one !== half).map(({ clip }): Rectangle => clip);
    const letters = subject === "card" ? CARD_LABELS : 13;
    labels.push(...labelItems(cloud, state, { covers: [...covers, ...others], size: letters, ground, inks, measure }));
  };
  const transparent = background !== "theme";
  const canvas = await drawClouds(
    cloud,
    halves,
    { state, size, scale, ground, transparent, signal, progress },
    onDrawn,
  );
  dim(canvas, bottom * scale, background === "theme" ? inks.ground : null);
  if (facts.halves && split && parts.caption) labels.push(...halfCaptions(facts.halves, halves, inks));
  const { width, height } = size;
  return {
    title: facts.heading,
    width,
    height,
    widthInMm: subject === "card" ? undefined : wish.size.widthInMm,
    ground: background === "clear" ? null : inks.ground,
    items: [{ kind: "raster", x: 0, y: 0, width, height, raster: canvasRaster(canvas) }, ...labels, ...items],
  };
}

/** Dims the points that reach under what stands below the cloud: outliers are not to be read as part of it. */
function dim(canvas: HTMLCanvasElement, top: number, ground: string | null): void {
  const context = canvas.getContext("2d")!;
  context.globalAlpha = 0.85;
  if (ground) context.fillStyle = ground;
  else context.globalCompositeOperation = "destination-out";
  context.fillRect(0, top, canvas.width, canvas.height - top);
}

/** What each of two clouds is, at the head of its half. */
function halfCaptions(texts: readonly [string, string], halves: readonly Half[], inks: Inks): Item[] {
  return halves.map(({ clip, insets, isSecond }, i): Item => {
    const left = isSecond ? clip.left : Math.max(clip.left, insets.left);
    const right = isSecond ? clip.left + clip.width - insets.right : clip.left + clip.width;
    return {
      kind: "text",
      text: texts[i],
      x: (left + right) / 2,
      y: clip.top + 28,
      font: NAMES,
      fill: inks.text,
      anchor: "middle",
      halo: inks.ground,
    };
  });
}
