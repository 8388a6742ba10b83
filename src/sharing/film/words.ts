import { t } from "../../i18n";
import { count, percent } from "../../panels/figures";
import type { Rectangle } from "../../scene/still";
import type { Ink } from "./ink";
import { type FilmWords, TYPE } from "./layout";
import { fitted, type Writing, widthOf, write } from "./write";

/** Where a film that is passed on was made. */
const MARK = "Matryoscope";

/** What is written of the space and of the picture. */
export interface Told {
  title: string;
  rows: number;
  dims: number;
  k: number;
  /** Share of the variance that the three axes explain. */
  variance: number;
}

/**
 * Writes the name of the space in the upper corner, and above the track k at the left and the variance at the right.
 *
 * @returns what it takes of the picture, the same for every k
 */
export function writeWords(
  context: CanvasRenderingContext2D,
  at: FilmWords,
  told: Told,
  ink: Ink,
  ratio: number,
): Rectangle[] {
  const style = (size: number, weight: Writing["weight"], color: string, align: Writing["align"] = "left") => ({
    size: size * ratio,
    weight,
    color,
    align,
    halo: ink.ground,
  });
  const title = style(TYPE.title, 600, ink.text);
  const small = style(TYPE.small, 400, ink.quiet);
  const mark = style(TYPE.small, 400, ink.faint, "right");
  const number = style(TYPE.number, 650, ink.text);
  const figure = style(TYPE.figure, 600, ink.text, "right");
  const smallRight = style(TYPE.small, 400, ink.quiet, "right");

  const markWidth = widthOf(context, MARK, mark);
  const beside = at.right - at.left - markWidth - 16 * ratio;
  // In the corner where there is room beside the name, else a line below it.
  const markAt = widthOf(context, told.title, title) <= beside ? at.title : at.rows;
  write(context, MARK, at.right, markAt, mark);
  const name = fitted(context, told.title, markAt === at.title ? beside : at.right - at.left, title);
  const rows = t("{rows, plural, one {# point} other {# points}}", { rows: told.rows });
  const unit = t("of {dims} dimensions", { dims: count(told.dims) });
  const ofVariance = t("of the variance in three axes");
  const wide = Math.max(write(context, name, at.left, at.title, title), write(context, rows, at.left, at.rows, small));
  write(context, count(told.k), at.left, at.number, number);
  const unitWidth = write(context, unit, at.left, at.unit, small);
  write(context, percent(told.variance), at.right, at.number, figure);
  const varianceWidth = write(context, ofVariance, at.right, at.unit, smallRight);

  const box = (left: number, width: number, top: number, bottom: number): Rectangle => ({
    left: left - 4 * ratio,
    width: width + 8 * ratio,
    top,
    height: bottom - top,
  });
  const below = 6 * ratio;
  const numberWidth = Math.max(widthOf(context, count(told.dims), number), unitWidth);
  return [
    box(at.left, wide, at.title - title.size, at.rows + below),
    box(at.right - markWidth, markWidth, markAt - mark.size, markAt + below),
    box(at.left, numberWidth, at.number - number.size * 0.85, at.unit + below),
    box(at.right - varianceWidth, varianceWidth, at.number - figure.size, at.unit + below),
  ];
}
