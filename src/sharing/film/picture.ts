import { count } from "../../panels/figures";
import type { OffscreenCloud } from "../../scene/still";
import { type Camera, coloringOf, largestDims, type PictureFrame, type ScopeState, SPHERE } from "../../state";
import { type Ink, inkOf } from "./ink";
import { type FilmLayout, layOut } from "./layout";
import { FilmNames } from "./names";
import { type FilmPath, momentAt } from "./path";
import { drawRings } from "./rings";
import type { FilmSettings } from "./settings";
import { FilmTrack } from "./track";
import { writeWords } from "./words";

/** The exact frames that pictures are made of, by their dims. */
export type Exact = (k: number) => PictureFrame;

/** The way of a film through a space: at the pace of its timeline. */
export function pathOf(settings: FilmSettings, { scale }: Pick<ScopeState, "scale">): FilmPath {
  return { ...settings, scale };
}

/** The dims whose exact frames every picture of a film needs: that of the largest cloud, where clouds have their true size. */
export function pinnedOf({ size, mode, manifest }: Pick<ScopeState, "size" | "mode" | "manifest">): number[] {
  const largest = size === "true" && manifest ? largestDims(mode, manifest.dims) : null;
  return largest === null ? [] : [largest];
}

/**
 * Makes the pictures of a film, one after the other, in a canvas of its size: the cloud as the page draws it, and what is
 * written over it. It asks no clock, so the same settings of the same view give the same pictures.
 */
export class FilmPictures {
  /** The picture that was made last. */
  readonly canvas = document.createElement("canvas");
  readonly #context: CanvasRenderingContext2D;
  readonly #cloud: OffscreenCloud;
  readonly #subject: ScopeState;
  readonly #settings: FilmSettings;
  readonly #layout: FilmLayout;
  readonly #ink: Ink;
  readonly #track: FilmTrack | null;
  #names: FilmNames;
  readonly #path: FilmPath;
  #before: number | null = null;

  /**
   * @param subject the state whose view is filmed, as it is now
   * @param cloud draws the points, and stays the caller's
   */
  constructor(subject: ScopeState, settings: FilmSettings, cloud: OffscreenCloud) {
    this.#cloud = cloud;
    this.#subject = subject;
    this.#settings = settings;
    this.#path = pathOf(settings, subject);
    this.canvas.width = settings.width;
    this.canvas.height = settings.height;
    // Read back for GIF and PNG; a canvas in the memory of the GPU would be fetched each time.
    this.#context = this.canvas.getContext("2d", { alpha: false, willReadFrequently: settings.format === "gif" })!;
    this.#layout = layOut(settings, settings);
    this.#ink = inkOf(settings.ground);
    this.#names = new FilmNames(subject);
    const { track, ratio } = this.#layout;
    const dims = subject.manifest?.dims ?? subject.std.length;
    this.#track = track && new FilmTrack(subject.std, { scale: subject.scale, dims }, track, ratio);
  }

  /**
   * Makes picture `index`, counted from 0. Names that come and go take some pictures for it, so pictures that follow
   * each other must be made in their order; any other has its names there at once.
   *
   * @param exact must know the frames that `momentAt` names
   */
  make(index: number, exact: Exact): void {
    const { width, height, ground, fps, text } = this.#settings;
    const moment = momentAt(this.#path, index);
    const [first, second] = [exact(moment.first), exact(moment.second)];
    const nearest = moment.mix < 0.5 ? first : second;
    const coloring = coloringOf({ ...this.#subject, frame: nearest });
    const { ratio, insets, words } = this.#layout;
    this.#cloud.draw({
      pixels: { width, height },
      pixelRatio: ratio,
      insets,
      cam: turnedBy(this.#subject.cam, moment.turned),
      ground,
      knots: [first, second],
      mix: moment.mix,
      unit: this.#unit(exact),
      coloring,
      filter: this.#subject,
    });
    const context = this.#context;
    context.drawImage(this.#cloud.canvas, 0, 0);
    const rings = drawRings(context, this.#cloud, this.#subject, { coloring, ground }, this.#ink, ratio);
    this.#track?.draw(context, moment.place, this.#ink);
    if (words && text) {
      this.#track?.ticks(context, this.#ink, count);
      const told = {
        title: this.#subject.manifest?.title ?? this.#subject.data,
        rows: first.scores.length / 3,
        dims: this.#subject.manifest?.dims ?? this.#subject.std.length,
        k: moment.k,
        variance: mixed(sum(first.explainedVarianceRatio), sum(second.explainedVarianceRatio), moment.mix),
      };
      const taken = writeWords(context, words, told, this.#ink, ratio);
      const { track } = this.#layout;
      const seconds = this.#before === index - 1 ? 1 / fps : null;
      this.#names.write({
        context,
        cloud: this.#cloud,
        ink: this.#ink,
        ratio,
        taken: [...taken, ...rings, ...(track ? [{ ...track, top: track.top - 8 * ratio, height }] : [])],
        seconds,
      });
    }
    this.#before = index;
  }

  /** Forgets the pictures made so far: the next one is the first of the film. */
  begin(): void {
    this.#names = new FilmNames(this.#subject);
    this.#before = null;
  }

  /** Frees the canvas. */
  dispose(): void {
    this.canvas.width = 0;
    this.canvas.height = 0;
  }

  #unit(exact: Exact): number | null {
    if (this.#subject.size === "same") return null;
    const [largest] = pinnedOf(this.#subject);
    return largest === undefined ? SPHERE : exact(largest).rms;
  }
}

/** The camera after a turn around the upright axis, so many degrees to the right. */
export function turnedBy(cam: Camera, degrees: number): Camera {
  if (degrees % 360 === 0) return cam;
  const [x, y, z, ...target] = cam;
  const angle = (degrees * Math.PI) / 180;
  const [sine, cosine] = [Math.sin(angle), Math.cos(angle)];
  const [dx, dz] = [x - target[0], z - target[2]];
  return [target[0] + dx * cosine + dz * sine, y, target[2] - dx * sine + dz * cosine, ...target];
}

const sum = (parts: readonly number[]) => parts.reduce((total, part) => total + part, 0);
const mixed = (a: number, b: number, mix: number) => a + (b - a) * mix;
