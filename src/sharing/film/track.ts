import { type Axis, shareOf } from "../../panels/timeline/axis";
import { profilePaths } from "../../panels/timeline/profile-path";
import { sizesOf } from "../../panels/timeline/stops";
import type { Rectangle } from "../../scene/still";
import type { Ink } from "./ink";
import { TYPE } from "./layout";
import { widthOf, write } from "./write";

/** The timeline's track as it is drawn in a picture: the std of each dimension, lit up to the dims in use. */
export class FilmTrack {
  readonly #axis: Axis;
  readonly #box: Rectangle;
  readonly #paths: { line: Path2D; area: Path2D; band: Path2D };
  readonly #ratio: number;

  /** @param std one number a dimension */
  constructor(std: Float32Array, axis: Axis, box: Rectangle, ratio: number) {
    this.#axis = axis;
    this.#box = box;
    this.#ratio = ratio;
    const { line, area, band } = profilePaths(std, axis.dims, axis, box.width, box.height);
    this.#paths = { line: new Path2D(line), area: new Path2D(area), band: new Path2D(band) };
  }

  /** Draws it for so many dims, over a ground that fades in below the cloud. */
  draw(context: CanvasRenderingContext2D, place: number, ink: Ink): void {
    const { left, top, width, height } = this.#box;
    const ratio = this.#ratio;
    const { canvas } = context;
    fadeIn(context, top - 26 * ratio, top + 2 * ratio, ink.ground);
    context.fillStyle = ink.ground;
    context.fillRect(0, top + 2 * ratio, canvas.width, canvas.height);
    context.save();
    context.translate(left, top);
    context.lineJoin = "round";
    context.lineWidth = ratio;
    this.#part(context, 0.2, ink.unlit, ink.unlit, null);
    const lit = shareOf(place, this.#axis) * width;
    context.beginPath();
    context.rect(-ratio, -4 * ratio, lit + ratio, height + 8 * ratio);
    context.clip();
    const gradient = context.createLinearGradient(0, 0, 0, height);
    gradient.addColorStop(0, withAlpha(ink.lit, 0.5));
    gradient.addColorStop(1, withAlpha(ink.lit, 0.1));
    context.lineWidth = 1.5 * ratio;
    this.#part(context, 1, gradient, ink.lit, ink.lit);
    context.restore();
    context.fillStyle = ink.text;
    context.fillRect(left + lit - ratio, top - 4 * ratio, 2 * ratio, height + 4 * ratio);
  }

  /** Writes dims below it: both ends, and of the sizes that are sold what there is room for. */
  ticks(context: CanvasRenderingContext2D, ink: Ink, textOf: (dims: number) => string): void {
    const { left, top, width, height } = this.#box;
    const ratio = this.#ratio;
    const how = { size: TYPE.tick * ratio, weight: 400 as const, color: ink.faint, halo: ink.ground };
    const taken: [number, number][] = [];
    const { dims } = this.#axis;
    for (const k of [dims, 4, ...sizesOf(dims).reverse(), 64, 16]) {
      const text = textOf(k);
      const own = widthOf(context, text, how);
      const at = left + shareOf(k, this.#axis) * width;
      const from = Math.min(left + width - own, Math.max(left, at - own / 2));
      const room = 8 * ratio;
      if (taken.some(([start, end]) => from < end + room && start < from + own + room)) continue;
      taken.push([from, from + own]);
      context.fillStyle = ink.unlit;
      context.fillRect(Math.min(left + width - ratio, Math.max(left, at - ratio / 2)), top + height, ratio, 3 * ratio);
      write(context, text, from, top + height + 14 * ratio, how);
    }
  }

  #part(
    context: CanvasRenderingContext2D,
    opacity: number,
    area: string | CanvasGradient,
    line: string,
    band: string | null,
  ): void {
    context.globalAlpha = opacity;
    context.fillStyle = area;
    context.fill(this.#paths.area);
    if (band) {
      context.globalAlpha = 0.28;
      context.fillStyle = band;
      context.fill(this.#paths.band);
    }
    context.globalAlpha = 1;
    context.strokeStyle = line;
    context.stroke(this.#paths.line);
  }
}

function fadeIn(context: CanvasRenderingContext2D, from: number, to: number, ground: string): void {
  const gradient = context.createLinearGradient(0, from, 0, to);
  gradient.addColorStop(0, withAlpha(ground, 0));
  gradient.addColorStop(1, ground);
  context.fillStyle = gradient;
  context.fillRect(0, from, context.canvas.width, to - from);
}

/** "rgb(1, 2, 3)" with an alpha. */
function withAlpha(color: string, alpha: number): string {
  return color.replace("rgb(", "rgba(").replace(")", `, ${alpha})`);
}
