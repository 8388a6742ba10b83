import { chartPicture } from "../../../charts/chart-picture";
import type { Ground } from "../../../scene";
import type { OffscreenCloud } from "../../../scene/still";
import { composePicture, measureText, pagePng, svgOf } from "../../../sharing/picture";
import { scope } from "../../../state";
import { screenSize } from "./screen-size";
import type { Settings } from "./settings";
import { finenesses, SIZES, type Size } from "./sizes";

/** The size of the page, and pixels for one of it. */
export function sizeAndScale({ subject, size, fineness }: Settings): { size: Size; scale: number; screen: boolean } {
  const card = { width: 1200, height: 630 };
  if (subject === "card") return { size: card, scale: 1, screen: false };
  const chosen = SIZES[size] ?? screenSize().size;
  const choices = finenesses(chosen);
  return { size: chosen, scale: choices[Math.min(fineness, choices.length - 1)].scale, screen: size === "screen" };
}

interface Run {
  signal: AbortSignal;
  progress?: (share: number) => void;
  /** Pixels for one of the page, where they are not those that were chosen: a preview's. */
  scale?: number;
}

/** Composes what is chosen; null before the first frame. */
export function composeChosen(
  cloud: OffscreenCloud,
  chosen: Settings,
  ground: Ground,
  run: Run,
  measure: typeof measureText = measureText,
) {
  const { size, scale, screen } = sizeAndScale(chosen);
  const { background, parts, subject } = chosen;
  const wish = { background, parts, ground, size, subject: subject === "card" ? subject : "view" } as const;
  const room = screen && subject === "view" ? screenSize().room : null;
  return composePicture(cloud, scope.getState(), { ...wish, room, scale: run.scale ?? scale }, measure, run);
}

/**
 * Makes the file that is chosen.
 *
 * @throws RangeError where the browser has no room for it; the signal's reason where it is aborted
 */
export async function makeFile(
  cloud: OffscreenCloud,
  chosen: Settings,
  ground: Ground,
  run: Run,
): Promise<Blob | null> {
  const { format, subject } = chosen;
  if (typeof subject === "object") {
    const svg = await chartPicture(subject.chart, chosen.background);
    return svg && (format === "png" ? svg.png(3) : new Blob([svg.text], { type: "image/svg+xml" }));
  }
  if (format === "pdf") {
    const writer = await (await import("../../../sharing/picture/pdf")).pdfWriter();
    const page = await composeChosen(cloud, chosen, ground, run, writer.measure);
    return page && new Blob([await writer.write(page)], { type: "application/pdf" });
  }
  const page = await composeChosen(cloud, chosen, ground, run);
  if (!page) return null;
  if (format === "svg") return new Blob([await svgOf(page)], { type: "image/svg+xml" });
  return pagePng(page, sizeAndScale(chosen).scale);
}
