import {
  NoBlending,
  type PerspectiveCamera,
  Points,
  Scene,
  ShaderMaterial,
  Vector2,
  type WebGLRenderer,
  WebGLRenderTarget,
} from "three";
import type { View } from "./picking";
import type { PointBuffers } from "./point-buffers";
import { PLACE, type PointMaterial } from "./point-material";

/** The pass sees a square of this many CSS pixels, at so many texels each. */
const AREA = 64;
const TEXELS = 2;
const SIDE = AREA * TEXELS;
/** The squares lie on a grid: a pointer that moves within this many pixels needs no new pass. */
const GRID = 24;

const VERTEX = /* glsl */ `
  ${PLACE}
  attribute vec4 tint;
  uniform vec2 centre;
  uniform vec2 zoom;
  flat varying vec4 vId;

  void main() {
    gl_Position = projectionMatrix * modelViewMatrix * place();
    // The square around the pointer fills the target.
    gl_Position.xy = (gl_Position.xy - centre * gl_Position.w) * zoom;
    gl_PointSize = 1.0;
    if (tint.a < 0.5) gl_Position = vec4(2.0, 2.0, 2.0, 1.0);
    int id = gl_VertexID + 1;
    vId = vec4(id & 255, (id >> 8) & 255, (id >> 16) & 255, (id >> 24) & 255) / 255.0;
  }
`;

const FRAGMENT = /* glsl */ `
  flat varying vec4 vId;
  void main() {
    gl_FragColor = vId;
  }
`;

/** What decides what the pass would see. */
interface Sight {
  matrix: number[];
  version: number;
  mix: number;
  rest: number;
  tints: number;
  x: number;
  y: number;
}

/**
 * Which rows are drawn in front around a place, from the GPU: for clouds too large to be gone through row by row. Only
 * what has changed since is drawn again, and the answer is read when it is there: nothing waits for it.
 */
export class IdPass {
  readonly #target = new WebGLRenderTarget(SIDE, SIDE);
  readonly #scene = new Scene();
  readonly #points: Points<PointBuffers["geometry"], ShaderMaterial>;
  readonly #texels = new Uint8Array(SIDE * SIDE * 4);
  #seen: Sight | null = null;
  #rows: number[] = [];
  /** How often the pass was drawn. */
  passes = 0;

  constructor(buffers: PointBuffers, drawn: PointMaterial) {
    const { blend, rest } = drawn.uniforms;
    const material = new ShaderMaterial({
      vertexShader: VERTEX,
      fragmentShader: FRAGMENT,
      blending: NoBlending,
      // The values of the picture itself: the pass sees what is on screen.
      uniforms: { blend, rest, centre: { value: new Vector2() }, zoom: { value: new Vector2() } },
    });
    this.#points = new Points(buffers.geometry, material);
    this.#points.frustumCulled = false;
    this.#scene.add(this.#points);
    this.#scene.matrixWorldAutoUpdate = false;
  }

  /** The rows in front, one a texel at most, in a square that holds all within 16 pixels of (x, y). */
  async rowsAround(
    renderer: WebGLRenderer,
    camera: PerspectiveCamera,
    { motion, tintsVersion }: PointBuffers,
    view: View,
    x: number,
    y: number,
  ): Promise<readonly number[]> {
    const [left, top] = [x, y].map((at) => Math.round(at / GRID) * GRID);
    const { version, mix, rest } = motion;
    const sight = { matrix: Array.from(view.matrix), version, mix, rest, tints: tintsVersion, x: left, y: top };
    if (this.#seen && isSame(this.#seen, sight)) return this.#rows;
    const { centre, zoom } = this.#points.material.uniforms;
    centre.value.set((2 * left) / view.width - 1, 1 - (2 * top) / view.height);
    zoom.value.set(view.width / AREA, view.height / AREA);
    const before = renderer.getRenderTarget();
    renderer.setRenderTarget(this.#target);
    renderer.setClearColor(0, 0);
    renderer.render(this.#scene, camera);
    renderer.setRenderTarget(before);
    this.passes++;
    await renderer.readRenderTargetPixelsAsync(this.#target, 0, 0, SIDE, SIDE, this.#texels);
    this.#rows = rowsIn(this.#texels);
    this.#seen = sight;
    return this.#rows;
  }

  /** Frees what the GPU holds. */
  dispose(): void {
    this.#target.dispose();
    this.#points.material.dispose();
  }
}

function isSame(a: Sight, b: Sight): boolean {
  const { matrix, ...rest } = a;
  return (
    Object.entries(rest).every(([name, value]) => b[name as keyof typeof rest] === value) &&
    matrix.every((value, i) => value === b.matrix[i])
  );
}

function rowsIn(texels: Uint8Array): number[] {
  const ids = new Uint32Array(texels.buffer);
  const rows: number[] = [];
  for (const id of ids) if (id !== 0) rows.push(id - 1);
  return rows;
}
