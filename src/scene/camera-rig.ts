import { PerspectiveCamera } from "three";
import { OrbitControls } from "three/addons/controls/OrbitControls.js";
import { type Camera, FIRST_CAMERA, roundCamera } from "../state";
import { FIELD_OF_VIEW, type Framing, frameInto, type Insets } from "./framing";

const TURN = Math.PI / 36;
const ZOOM = 0.9;
/** A camera that has not moved for so many milliseconds rests. */
const REST_MS = 250;

/** The camera and the hands on it: it frames the cloud, and mouse, touch and keys move it from there. */
export class CameraRig {
  readonly camera = new PerspectiveCamera(FIELD_OF_VIEW, 1, 0.05, 200);
  readonly controls: OrbitControls;
  framing: Framing;
  readonly #still: boolean;
  readonly #onMove: () => void;
  readonly #onRest: (camera: Camera) => void;
  /** Where it was told to stand, or last told that it stands. */
  #told: Camera = FIRST_CAMERA;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** @param canvas null where no hand is on it, and it stands where it is told to */
  constructor(canvas: HTMLCanvasElement | null, still: boolean, onMove: () => void, onRest: (camera: Camera) => void) {
    this.#still = still;
    this.#onMove = onMove;
    this.#onRest = onRest;
    this.framing = frameInto(1, 1, { top: 0, right: 0, bottom: 0, left: 0 });
    this.camera.position.set(0, 0, this.framing.distance);
    this.controls = new OrbitControls(this.camera, canvas);
    this.controls.enableDamping = !still;
    this.controls.dampingFactor = 0.12;
    if (!canvas) return;
    this.controls.addEventListener("change", () => {
      onMove();
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => this.#rest(), REST_MS);
    });
  }

  /** Frames the cloud into what the panels leave free; turn and zoom of the user's are kept. */
  fit(width: number, height: number, insets: Insets): void {
    const { camera, controls } = this;
    const before = this.framing.distance;
    this.framing = frameInto(width, height, insets);
    const { distance, offsetX, offsetY } = this.framing;
    camera.setViewOffset(width, height, offsetX, offsetY, width, height);
    camera.position.sub(controls.target).multiplyScalar(distance / before);
    camera.position.add(controls.target);
    controls.minDistance = distance * 0.04;
    controls.maxDistance = distance * 4;
    controls.update();
  }

  /** How far the camera stands from what it looks at, against the framing distance: below 1 is closer. */
  get closeness(): number {
    return this.controls.getDistance() / this.framing.distance;
  }

  /** Answers a key on the focused cloud; false if the key means nothing here. */
  key(key: string): boolean {
    const { controls } = this;
    if (key === "ArrowLeft") controls.rotateLeft(-TURN);
    else if (key === "ArrowRight") controls.rotateLeft(TURN);
    else if (key === "ArrowUp") controls.rotateUp(-TURN);
    else if (key === "ArrowDown") controls.rotateUp(TURN);
    else if (key === "+" || key === "=") controls.dollyIn(ZOOM);
    else if (key === "-") controls.dollyOut(ZOOM);
    else if (key === "0") this.reset();
    else return false;
    return true;
  }

  /** Moves the camera to a place that a link tells. */
  look(camera: Camera): void {
    if (camera === this.#told) return;
    this.#told = camera;
    this.#stop();
    this.#stand();
  }

  /** Back to the first view: the first two axes in the plane of the screen. */
  reset(): void {
    this.look([...FIRST_CAMERA]);
  }

  /** Lets go of canvas and timer. */
  dispose(): void {
    clearTimeout(this.#timer);
    if (this.controls.domElement) this.controls.dispose();
  }

  #stand(): void {
    const [x, y, z, ...target] = this.#told;
    this.controls.target.fromArray(target);
    this.camera.position.set(x, y, z).sub(this.controls.target).multiplyScalar(this.framing.distance);
    this.camera.position.add(this.controls.target);
    this.controls.update();
  }

  #rest(): void {
    this.#stop();
    const { position } = this.camera;
    const { target } = this.controls;
    const place = position.clone().sub(target).divideScalar(this.framing.distance).add(target);
    // It stands where a link can say, so that a link shows what its sender saw to the last pixel.
    this.#told = roundCamera([...place.toArray(), ...target.toArray()]);
    this.#stand();
    this.#onMove();
    this.#onRest(this.#told);
  }

  // What is left of a swing is less than a pixel and tells nobody, and would move the next picture by that.
  #stop(): void {
    this.controls.enableDamping = false;
    this.controls.update();
    this.controls.enableDamping = !this.#still;
  }
}
