import { Matrix4, Points, type Scene, type WebGLRenderer } from "three";
import { type Coloring, type Frame, keyframes } from "../state";
import type { CameraRig } from "./camera-rig";
import { Curve } from "./curve";
import { drawn } from "./drawn";
import { clearTo, dress } from "./dress";
import { type Insets, pointDiameter } from "./framing";
import type { Ground } from "./ground";
import { type Mood, Motion } from "./motion";
import type { View } from "./picking";
import { PointBuffers } from "./point-buffers";
import { createPointMaterial } from "./point-material";
import { type Filter, paintTints } from "./tints";

/** One cloud as it was last drawn. */
export interface Sight {
  readonly buffers: PointBuffers | null;
  readonly view: View;
  /** Told after every picture. */
  readonly afterDraw: Set<() => void>;
  /** Asks for another picture. */
  invalidate(): void;
}

/** A second cloud that is drawn beside the first, by the same camera. */
export interface SecondSight extends Sight {
  /** Divides the free area; what of the edges is not the first cloud's. */
  fit(width: number, height: number, insets: Insets): Insets;
  /** Whether a place of the picture is in the second half. */
  holds(x: number, y: number): boolean;
  /** Draws both; true once the points of the second are at rest. */
  draw(renderer: WebGLRenderer, first: Scene): boolean;
}

/** One picture: the points, the camera and the order of what happens in an animation frame. It knows no React. */
export class Stage implements Sight {
  readonly rig: CameraRig;
  readonly points = new Points(undefined, createPointMaterial());
  readonly #projection = new Matrix4();
  /** What was last on screen: pick, names and card read it. */
  readonly view: View = { matrix: this.#projection.elements, width: 1, height: 1 };
  readonly afterDraw = new Set<() => void>();
  readonly #curve = new Curve(keyframes);
  buffers: PointBuffers | null = null;
  draws = 0;
  /** Whether the points stood still in the last picture. */
  atRest = true;
  /** Whether nothing shall move on its own. */
  readonly still: boolean;
  /** The half of the picture that the pointer was last in. */
  pointed: Sight = this;
  readonly #invalidate: () => void;
  #second: SecondSight | null = null;
  #room: { width: number; height: number; insets: Insets } | null = null;
  #ground: Ground;
  #coloring: Coloring | null = null;
  #filter: Filter = { muted: new Set(), isolated: null, selection: [] };
  #diameter = 3;
  #sameSize = true;

  constructor(rig: CameraRig, ground: Ground, still: boolean, invalidate: () => void) {
    this.rig = rig;
    this.#ground = ground;
    this.still = still;
    this.#invalidate = invalidate;
    this.points.frustumCulled = false;
    this.points.visible = false;
  }

  /** The slider has moved: shows what lies between the keyframes around it until the exact frame is there. */
  lead(k: number, playing: boolean): void {
    if (this.buffers?.motion.lead(k, performance.now(), this.mood(playing))) this.#invalidate();
  }

  /** Brings every frame to one size, or shows growth as growth. */
  resize(sameSize: boolean): void {
    this.#sameSize = sameSize;
    this.buffers?.motion.resize(sameSize, performance.now(), this.mood(false));
    this.#invalidate();
  }

  /** The next frames are of another space, mode or kind of axes than the ones before. */
  forget(): void {
    this.#curve.forget();
  }

  /** Sets out for an exact frame from what is on screen. */
  aim(frame: Frame, playing: boolean): void {
    const rows = frame.scores.length / 3;
    if (this.buffers?.motion.rows !== rows) {
      this.buffers?.geometry.dispose();
      this.buffers = new PointBuffers(new Motion(rows, this.#curve));
      this.points.geometry = this.buffers.geometry;
      this.buffers.motion.resize(this.#sameSize, 0, "still");
      this.sizePoints();
    }
    this.buffers.motion.aim(frame, performance.now(), this.mood(playing));
    this.points.visible = true;
    drawn.aim(frame);
    // A page in the background draws nothing, and whoever waits for the frame shall not wait for the reader.
    if (document.hidden) drawn.settle();
    this.#invalidate();
  }

  /** Colours the points, but for those that the filter mutes. */
  paint(coloring: Coloring | null, filter: Filter): void {
    this.#coloring = coloring;
    this.#filter = filter;
    this.repaint(this.#ground);
  }

  /** Colours the points for a ground. */
  repaint(ground: Ground): void {
    this.#ground = ground;
    if (this.buffers) {
      paintTints(this.buffers.tints, this.#coloring, this.#filter, ground);
      this.buffers.tintsChanged();
    }
    this.#invalidate();
  }

  /** Shows or hides the points. */
  show(visible: boolean): void {
    this.points.visible = visible && this.buffers !== null;
    this.#invalidate();
  }

  /** Frames the cloud into what the panels leave free of the picture. */
  frame(width: number, height: number, insets: Insets): void {
    this.#room = { width, height, insets };
    this.rig.fit(width, height, this.#second?.fit(width, height, insets) ?? insets);
    this.sizePoints();
  }

  /** The size of the picture and what panels cover of it, in CSS pixels; null before it is first framed. */
  get room(): { width: number; height: number; insets: Insets } | null {
    return this.#room;
  }

  /** Puts another cloud beside this one, or takes it away. */
  setSecond(second: SecondSight | null): void {
    this.#second = second;
    this.pointed = this;
    if (this.#room) this.frame(this.#room.width, this.#room.height, this.#room.insets);
  }

  /** The cloud that a place of the picture shows. */
  sightAt(x: number, y: number): Sight {
    return this.#second?.holds(x, y) ? this.#second : this;
  }

  /** Gives the points the size that the free area leaves them. */
  sizePoints(): void {
    this.#diameter = pointDiameter(this.rig.framing.radius, this.buffers?.motion.rows ?? 1);
    this.#invalidate();
  }

  /** Asks for another picture. */
  invalidate(): void {
    this.#invalidate();
  }

  /** One animation frame: move, draw, and tell those who follow. */
  draw(renderer: WebGLRenderer, scene: Scene, width: number, height: number): void {
    const { camera, controls } = this.rig;
    controls.update();
    const motion = this.buffers?.motion;
    this.atRest = motion?.step(performance.now()) ?? true;
    this.buffers?.sync();
    const { material } = this.points;
    dress(material, motion ?? null, this.rig, this.#diameter, renderer.getPixelRatio());
    clearTo(renderer, material, this.#ground, 1);
    if (!this.#second) renderer.render(scene, camera);
    else if (!this.#second.draw(renderer, scene)) this.atRest = false;

    this.#projection.multiplyMatrices(camera.projectionMatrix, camera.matrixWorldInverse);
    this.view.width = width;
    this.view.height = height;
    this.draws++;
    for (const listener of this.afterDraw) listener();
    if (!this.atRest) this.#invalidate();
    else if (this.points.visible && motion?.settled) drawn.settle();
  }

  /** How points move now. */
  mood(playing: boolean): Mood {
    if (this.still) return "still";
    return playing ? "playing" : "byHand";
  }

  /** Frees what the GPU holds. */
  dispose(): void {
    this.buffers?.geometry.dispose();
    this.points.material.dispose();
    this.rig.dispose();
  }
}
