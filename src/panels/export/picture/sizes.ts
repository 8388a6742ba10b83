import { t } from "../../../i18n";
import { fits, pixelsOf } from "../../../sharing/picture";
import { count } from "../../figures";

/** Sizes of a picture, in pixels of the page; those for print are so many millimetres wide. */
export const SIZES = {
  screen: null,
  wide: { width: 1600, height: 900, widthInMm: undefined },
  classic: { width: 1200, height: 900, widthInMm: undefined },
  square: { width: 1080, height: 1080, widthInMm: undefined },
  // So many pixels that letters are 8 points high in print.
  column: { width: 392, height: 440, widthInMm: 85 },
  page: { width: 830, height: 520, widthInMm: 180 },
};

export type SizeName = keyof typeof SIZES;
export type Size = { width: number; height: number; widthInMm?: number | undefined };

/** What a size is called. */
export function sizeLabel(name: SizeName, screen: Size): string {
  const { width, height } = SIZES[name] ?? screen;
  const size = { width: count(width), height: count(height) };
  return {
    screen: t("As on the screen, {width} × {height}", size),
    wide: t("Wide, {width} × {height}", size),
    classic: t("4 : 3, {width} × {height}", size),
    square: t("Square, {width} × {height}", size),
    column: t("Print, one column, 85 mm"),
    page: t("Print, full width, 180 mm"),
  }[name];
}

/** One choice of how fine a picture is: pixels for one of the page. */
export interface Fineness {
  scale: number;
  label: string;
}

/** How fine a picture can be: times its size, or dots to the inch in print; as fine as browsers can draw. */
export function finenesses({ width, height, widthInMm }: Size): Fineness[] {
  const inches = (widthInMm ?? 0) / 25.4;
  const all = widthInMm
    ? [150, 300, 600, 1200].map((dpi) => ({
        scale: (dpi * inches) / width,
        label: t("{dpi} dpi", { dpi: count(dpi) }),
      }))
    : [1, 2, 3, 4, 6, 8].map((scale) => ({ scale, label: `${scale}×` }));
  return all.filter(({ scale }) => fits(pixelsOf({ width, height }, scale)));
}
