import { PerspectiveCamera } from "three";
import { OrbitControls } from "three/addons/controls/OrbitControls.js";
import { FIELD_OF_VIEW, type Framing, frameInto, type Insets } from "./framing";

const TURN = Math.PI / 36;
const ZOOM = 0.9;

/** The camera and the hands on it: it frames the cloud, and mouse, touch and keys move it from there. */
export class CameraRig {
  readonly camera = new PerspectiveCamera(FIELD_OF_VIEW, 1, 0.05, 200);
  readonly controls: OrbitControls;
  framing: Framing;

  constructor(canvas: HTMLCanvasElement, still: boolean, onMove: () => void) {
    this.framing = frameInto(1, 1, { top: 0, right: 0, bottom: 0, left: 0 });
    this.camera.position.set(0, 0, this.framing.distance);
    this.controls = new OrbitControls(this.camera, canvas);
    this.controls.enableDamping = !still;
    this.controls.dampingFactor = 0.12;
    this.controls.addEventListener("change", onMove);
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

  /** Back to the first view: the first two axes in the plane of the screen. */
  reset(): void {
    this.controls.target.set(0, 0, 0);
    this.camera.position.set(0, 0, this.framing.distance);
    this.controls.update();
  }
}
