import { Matrix4, Points, Scene, type WebGLRenderer } from "three";
import type { Camera, Coloring } from "../state";
import { CameraRig } from "./camera-rig";
import type { Knot } from "./curve";
import { clearTo, dress } from "./dress";
import { type Insets, pointDiameter } from "./framing";
import type { Ground } from "./ground";
import type { Places } from "./motion";
import type { View } from "./picking";
import { PointBuffers } from "./point-buffers";
import { createPointMaterial } from "./point-material";
import { StillPlaces } from "./still-places";
import { type Filter, paintTints } from "./tints";
import { createRenderer } from "./webgl";

// A second door of this room, for those who make files of pictures: what it opens is not there at the first frame.
export { GroupNames } from "./group-names";
export { projectRow } from "./picking";
export { BESIDE_POINT, placeLabels, type Rectangle } from "./place-labels";

/** A picture of the cloud, as it would be drawn in a window of some size. */
export interface Shot {
  /** Pixels of the picture: whole numbers. */
  pixels: { width: number; height: number };
  /** Pixels of the picture for one CSS pixel, in which sizes of points and insets are counted. */
  pixelRatio: number;
  /** The part of it that is drawn, in its pixels from its top left, where it is larger than the browser can draw at once. */
  tile?: { left: number; top: number; width: number; height: number };
  /** CSS pixels at each edge that the cloud is to keep free. */
  insets: Insets;
  cam: Camera;
  ground: Ground;
  /** Whether there is no ground: what no point covers is transparent. */
  transparent?: boolean;
  /** The exact frames between which the points are, and how far the second weighs; twice the same one shows that. */
  knots: readonly [Knot, Knot];
  mix: number;
  /** The root mean square radius that is drawn as 1; null brings each frame to its own, as `size: "same"` does. */
  unit: number | null;
  coloring: Coloring | null;
  filter: Filter;
}

/**
 * Draws the cloud off the screen: the same points, material, framing and camera as the stage of the page, in a canvas of
 * its own, with nothing that moves on its own. The same shot is the same picture.
 */
export class OffscreenCloud {
  readonly canvas: HTMLCanvasElement;
  readonly #renderer: WebGLRenderer;
  readonly #rig = new CameraRig(
    null,
    true,
    () => {},
    () => {},
  );
  readonly #scene = new Scene();
  readonly #points = new Points(undefined, createPointMaterial());
  readonly #projection = new Matrix4();
  #buffers: PointBuffers<StillPlaces> | null = null;
  #painted: [Coloring | null, Filter["muted"], Filter["isolated"], Filter["selection"], Ground] | null = null;
  /** The matrix of the last picture, and its size in CSS pixels: for what is written over it. */
  readonly view: View = { matrix: this.#projection.elements, width: 1, height: 1 };

  private constructor(canvas: HTMLCanvasElement, renderer: WebGLRenderer) {
    this.canvas = canvas;
    this.#renderer = renderer;
    this.#points.frustumCulled = false;
    this.#scene.add(this.#points);
  }

  /** @returns null where the browser cannot draw in 3-D */
  static create(): OffscreenCloud | null {
    const canvas = document.createElement("canvas");
    const renderer = createRenderer(canvas, { alpha: true });
    return renderer && new OffscreenCloud(canvas, renderer);
  }

  /** The most pixels a side of a picture can have. */
  get largestSide(): number {
    const context = this.#renderer.getContext();
    const [wide, high] = context.getParameter(context.MAX_VIEWPORT_DIMS) as Int32Array;
    return Math.min(wide, high, context.getParameter(context.MAX_RENDERBUFFER_SIZE) as number);
  }

  /** Where the points are in the last picture; null before the first. */
  get places(): Places | null {
    return this.#buffers?.motion ?? null;
  }

  /** CSS pixels that the cloud's root mean square radius takes in the last picture. */
  get radius(): number {
    return this.#rig.framing.radius / this.#rig.closeness;
  }

  /**
   * Draws into `canvas`, which is to be read before the next task begins: the browser may empty it then.
   *
   * @throws RangeError where the browser cannot draw so large a picture, or has lost what it draws with
   */
  draw(shot: Shot): void {
    const {
      pixels,
      pixelRatio,
      tile = { left: 0, top: 0, ...shot.pixels },
      insets,
      cam,
      ground,
      knots,
      mix,
      unit,
    } = shot;
    this.#resize(tile);
    const rows = knots[0].scores.length / 3;
    const buffers = this.#buffersFor(rows);
    buffers.motion.put(knots[0], knots[1], mix, unit);
    buffers.sync();
    this.#paint(buffers, shot);

    const [width, height] = [pixels.width / pixelRatio, pixels.height / pixelRatio];
    this.#rig.fit(width, height, insets);
    this.#rig.look([...cam]);
    const diameter = pointDiameter(this.#rig.framing.radius, rows);
    dress(this.#points.material, buffers.motion, this.#rig, diameter, pixelRatio);
    clearTo(this.#renderer, this.#points.material, ground, shot.transparent ? 0 : 1);
    const { camera, framing } = this.#rig;
    // The renderer would do it, and later than it is read here.
    camera.updateMatrixWorld();
    this.#projection.multiplyMatrices(camera.projectionMatrix, camera.matrixWorldInverse);
    this.view.width = width;
    this.view.height = height;
    const [left, top] = [framing.offsetX + tile.left / pixelRatio, framing.offsetY + tile.top / pixelRatio];
    camera.setViewOffset(width, height, left, top, tile.width / pixelRatio, tile.height / pixelRatio);
    this.#renderer.render(this.#scene, camera);
  }

  /** Frees what the GPU holds, and the canvas. */
  dispose(): void {
    this.#buffers?.geometry.dispose();
    this.#points.material.dispose();
    this.#renderer.dispose();
    // Browsers allow a page a dozen or so: it is not left to the garbage collector.
    this.#renderer.forceContextLoss();
    this.canvas.width = 0;
    this.canvas.height = 0;
  }

  #resize({ width, height }: { width: number; height: number }): void {
    const { canvas } = this;
    const context = this.#renderer.getContext();
    // Sizes of points are told in pixels of the picture: the renderer's own ratio would round the canvas down.
    if (canvas.width !== width || canvas.height !== height) this.#renderer.setSize(width, height, false);
    // A browser gives less than was asked where the GPU has no room.
    if (context.isContextLost() || context.drawingBufferWidth !== width || context.drawingBufferHeight !== height) {
      throw new RangeError(`This browser cannot draw a picture of ${width} × ${height} pixels.`);
    }
  }

  #buffersFor(rows: number): PointBuffers<StillPlaces> {
    if (this.#buffers?.motion.rows === rows) return this.#buffers;
    this.#buffers?.geometry.dispose();
    this.#buffers = new PointBuffers(new StillPlaces(rows));
    this.#points.geometry = this.#buffers.geometry;
    this.#painted = null;
    return this.#buffers;
  }

  #paint(buffers: PointBuffers<StillPlaces>, { coloring, filter, ground }: Shot): void {
    const wanted = [coloring, filter.muted, filter.isolated, filter.selection, ground] as const;
    if (this.#painted?.every((value, i) => value === wanted[i])) return;
    this.#painted = [...wanted];
    paintTints(buffers.tints, coloring, filter, ground);
    buffers.tintsChanged();
  }
}
