import type { Font } from "./page";

/**
 * The faces of a picture's text, as the page's own: `system-ui` where it is known, and for what does not know it (editors
 * of drawings) a face of its kind that is there, Chinese ones included.
 */
export const FAMILIES =
  'system-ui, Inter, "Segoe UI", Roboto, "Helvetica Neue", "Noto Sans", Arial, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif';

/** A font as CSS and a canvas write it. */
export function cssFont({ size, weight }: Font): string {
  return `${weight} ${size}px ${FAMILIES}`;
}

/** How wide the soft edge around a text is, in pixels of the page. */
export const HALO = 3;

let context: CanvasRenderingContext2D | null = null;

/** How wide the browser sets a text. */
export function measureText(text: string, font: Font): number {
  context ??= document.createElement("canvas").getContext("2d");
  context!.font = cssFont(font);
  return context!.measureText(text).width;
}
