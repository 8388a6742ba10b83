import { colorColumn } from "../../scene";
import {
  BESIDE_POINT,
  GroupNames,
  type LabelWish,
  type OffscreenCloud,
  placeLabels,
  projectRow,
  type Rectangle,
  titledRows,
} from "../../scene/still";
import { hiddenLabels, type ScopeState } from "../../state";
import type { Ink } from "./ink";
import { TYPE } from "./layout";
import { fitted, widthOf, write } from "./write";

/** How long a name takes to come up or to go, in seconds. */
const FADE = 0.2;
/** A title is not set wider than so many CSS pixels. */
const TITLE = 240;

/** What names are written over. */
export interface Under {
  context: CanvasRenderingContext2D;
  cloud: OffscreenCloud;
  ink: Ink;
  /** Pixels for a CSS pixel. */
  ratio: number;
  /** What else stands in the picture. */
  taken: readonly Rectangle[];
  /** Since the picture before; null where there is none, and names are there at once. */
  seconds: number | null;
}

/**
 * The names of the largest groups over their points and the titles of selected points, as the page has them: the same
 * places by the same rules, at the size of the picture. Names come up and go within some pictures, which therefore have
 * an order.
 */
export class FilmNames {
  readonly #subject: ScopeState;
  readonly #groups: GroupNames | null;
  readonly #hidden: ReadonlySet<string>;
  readonly #shown: { opacity: number; seat: Rectangle | null }[];

  constructor(subject: ScopeState) {
    this.#subject = subject;
    const column = colorColumn(subject);
    this.#groups = column && new GroupNames(column, subject.isolated);
    this.#hidden = hiddenLabels(subject);
    this.#shown = this.#names.map(() => ({ opacity: 0, seat: null }));
  }

  get #names(): readonly string[] {
    return this.#groups?.names ?? [];
  }

  /** Writes them over the last picture of the cloud. */
  write(under: Under): void {
    const { context, cloud, ink, ratio, taken } = under;
    const { width, height } = context.canvas;
    const view = { matrix: cloud.view.matrix, width, height };
    const how = { size: TYPE.name * ratio, weight: 600 as const, color: ink.text, halo: ink.ground };
    const line = Math.round(how.size * 1.25);
    const titles = this.#titles(context, how);
    const wishes = [
      ...titles.map(({ row, text }) => this.#titleWish(row, text, under, view, { how, line })),
      ...this.#names.map((text, code) => this.#nameWish(code, text, under, view, { how, line })),
    ];
    const seats = placeLabels(wishes, view, taken);
    titles.forEach(({ text }, i) => {
      const seat = seats[i];
      if (!seat) return;
      context.save();
      context.globalAlpha = 0.72;
      context.fillStyle = ink.ground;
      context.beginPath();
      context.roundRect(seat.left, seat.top, seat.width, seat.height, 4 * ratio);
      context.fill();
      context.restore();
      write(context, text, seat.left + 6 * ratio, baselineOf(seat, how.size), how);
    });
    const placed = seats.filter((seat) => seat !== null);
    this.#names.forEach((text, code) => {
      const shown = this.#shown[code];
      const seat = seats[titles.length + code];
      const step = under.seconds === null ? 1 : under.seconds / FADE;
      shown.opacity = Math.min(1, Math.max(0, shown.opacity + (seat ? step : -step)));
      // One that goes stays where it was, unless another has come there.
      const at = seat ?? shown.seat;
      if (!seat && at && placed.some((other) => touch(other, at))) shown.opacity = 0;
      shown.seat = shown.opacity > 0 ? at : null;
      if (shown.seat) {
        write(context, text, shown.seat.left, baselineOf(shown.seat, how.size), { ...how, opacity: shown.opacity });
      }
    });
  }

  #titles(context: CanvasRenderingContext2D, how: { size: number; weight: 600 }): { row: number; text: string }[] {
    const { points } = this.#subject;
    if (!points) return [];
    const most = (TITLE / TYPE.name) * how.size;
    return titledRows(this.#subject).map((row) => ({
      row,
      text: fitted(context, points.titles[row] ?? "", most, how),
    }));
  }

  #titleWish(
    row: number,
    text: string,
    { context, cloud, ratio }: Under,
    view: OffscreenCloud["view"],
    { how, line }: { how: { size: number; weight: 600 }; line: number },
  ): LabelWish | null {
    const place = cloud.places && row < cloud.places.rows ? projectRow(cloud.places, view, row) : null;
    const seats = BESIDE_POINT.map(({ x, y }) => ({
      x: [x[0], x[1] * ratio] as const,
      y: [y[0], y[1] * ratio] as const,
    }));
    return place && { ...place, width: widthOf(context, text, how) + 12 * ratio, height: line, seats, room: 0 };
  }

  #nameWish(
    code: number,
    text: string,
    { context, cloud, ratio }: Under,
    view: OffscreenCloud["view"],
    { how, line }: { how: { size: number; weight: 600 }; line: number },
  ): LabelWish | null {
    if (!this.#groups || !cloud.places) return null;
    if (code === 0) this.#groups.follow(cloud.places);
    const size = { width: Math.ceil(widthOf(context, text, how)), height: line };
    const isUp = this.#shown[code].opacity > 0;
    const wish = this.#groups.wish(code, view, size, this.#hidden, isUp);
    return wish && { ...wish, room: wish.room * ratio };
  }
}

const baselineOf = (seat: Rectangle, size: number) => seat.top + seat.height / 2 + size * 0.36;

function touch(a: Rectangle, b: Rectangle): boolean {
  return a.left < b.left + b.width && b.left < a.left + a.width && a.top < b.top + b.height && b.top < a.top + a.height;
}
