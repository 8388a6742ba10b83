import { Matrix4, type PerspectiveCamera, Points, Scene, type WebGLRenderer } from "three";
import { besideKeyframes, type Frame } from "../state";
import { Curve } from "./curve";
import type { Insets } from "./framing";
import { Motion } from "./motion";
import type { View } from "./picking";
import { PointBuffers } from "./point-buffers";
import { createPointMaterial } from "./point-material";
import { type Split, splitInto } from "./split";
import type { SecondSight, Stage } from "./stage";

/**
 * A second cloud of the same points in the other half of the picture: the same camera, moved over, the same colours, and
 * a motion of its own. Both halves are drawn by one renderer, each within its scissors.
 */
export class SecondCloud implements SecondSight {
  readonly #projection = new Matrix4();
  readonly view: View = { matrix: this.#projection.elements, width: 1, height: 1 };
  buffers: PointBuffers | null = null;
  readonly #stage: Stage;
  readonly #onSplit: (split: Split) => void;
  readonly #scene = new Scene();
  readonly #curve = new Curve(besideKeyframes);
  readonly #points = new Points(undefined, createPointMaterial());
  #split: Split = splitInto(1, 1, { top: 0, right: 0, bottom: 0, left: 0 });
  #sameSize = true;

  /** @param onSplit told how the picture is divided, now and when that changes */
  constructor(stage: Stage, onSplit: (split: Split) => void) {
    this.#stage = stage;
    this.#onSplit = onSplit;
    const { diameter, largest, crisp, focus, ground } = stage.points.material.uniforms;
    Object.assign(this.#points.material.uniforms, { diameter, largest, crisp, focus, ground });
    this.#points.frustumCulled = false;
    this.#points.visible = false;
    this.#scene.add(this.#points);
  }

  get afterDraw(): Set<() => void> {
    return this.#stage.afterDraw;
  }

  invalidate(): void {
    this.#stage.invalidate();
  }

  /** The slider has moved. */
  lead(k: number, playing: boolean): void {
    if (this.buffers?.motion.lead(k, performance.now(), this.#stage.mood(playing))) this.#stage.invalidate();
  }

  /** Brings every frame to one size, or shows growth as growth. */
  resize(sameSize: boolean): void {
    this.#sameSize = sameSize;
    this.buffers?.motion.resize(sameSize, performance.now(), this.#stage.mood(false));
    this.#stage.invalidate();
  }

  /** The next frames are of another mode or kind of axes. */
  forget(): void {
    this.#curve.forget();
  }

  /** Sets out for an exact frame. */
  aim(frame: Frame, playing: boolean): void {
    const rows = frame.scores.length / 3;
    if (this.buffers?.motion.rows !== rows) this.#allocate(rows);
    this.buffers?.motion.aim(frame, performance.now(), this.#stage.mood(playing));
    this.#points.visible = true;
    this.#stage.invalidate();
  }

  fit(width: number, height: number, insets: Insets): Insets {
    this.#split = splitInto(width, height, insets);
    this.view.width = width;
    this.view.height = height;
    this.#onSplit(this.#split);
    return this.#split.insets;
  }

  holds(x: number, y: number): boolean {
    return (this.#split.stacked ? y : x) >= this.#split.edge;
  }

  draw(renderer: WebGLRenderer, first: Scene): boolean {
    const { camera } = this.#stage.rig;
    const motion = this.buffers?.motion;
    const atRest = motion?.step(performance.now()) ?? true;
    this.buffers?.sync();
    const { uniforms } = this.#points.material;
    uniforms.blend.value = motion?.mix ?? 0;
    uniforms.rest.value = motion?.rest ?? 0;
    const { width, height } = this.view;
    const { stacked, edge, shift } = this.#split;
    renderer.setScissorTest(true);
    // Counted from the lower left corner.
    if (stacked) renderer.setScissor(0, height - edge, width, edge);
    else renderer.setScissor(0, 0, edge, height);
    renderer.render(first, camera);
    if (stacked) renderer.setScissor(0, 0, width, height - edge);
    else renderer.setScissor(edge, 0, width - edge, height);
    moveOver(camera, -shift.x, -shift.y);
    renderer.render(this.#scene, camera);
    this.#projection.multiplyMatrices(camera.projectionMatrix, camera.matrixWorldInverse);
    moveOver(camera, shift.x, shift.y);
    renderer.setScissorTest(false);
    return atRest;
  }

  /** Frees what the GPU holds; the colours are the first cloud's. */
  dispose(): void {
    this.buffers?.geometry.deleteAttribute("tint");
    this.buffers?.geometry.dispose();
    this.#points.material.dispose();
  }

  #allocate(rows: number): void {
    const tint = this.#stage.buffers?.geometry.getAttribute("tint");
    if (!tint || tint.count !== rows) return;
    this.buffers = new PointBuffers(new Motion(rows, this.#curve));
    this.buffers.geometry.setAttribute("tint", tint);
    this.#points.geometry = this.buffers.geometry;
    this.buffers.motion.resize(this.#sameSize, 0, "still");
  }
}

function moveOver(camera: PerspectiveCamera, x: number, y: number): void {
  if (!camera.view) return;
  camera.view.offsetX += x;
  camera.view.offsetY += y;
  camera.updateProjectionMatrix();
}
