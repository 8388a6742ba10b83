import { type Color, MathUtils, type WebGLRenderer } from "three";
import type { CameraRig } from "./camera-rig";
import { layersOf } from "./framing";
import type { Ground } from "./ground";
import type { Places } from "./motion";
import { GROUND_COLOR } from "./palette";
import type { PointMaterial } from "./point-material";

/** No point is drawn larger than so many pixels of a screen, however near. */
const LARGEST = 48;

/**
 * Tells the shaders where the points are and how large, as the camera stands.
 *
 * @param places null while there are none
 * @param diameter of a point, in CSS pixels, where the whole cloud is in sight
 * @param pixelRatio pixels of the picture for one CSS pixel
 */
export function dress(
  { uniforms }: PointMaterial,
  places: Places | null,
  { closeness, framing, controls }: CameraRig,
  diameter: number,
  pixelRatio: number,
): void {
  uniforms.blend.value = places?.mix ?? 0;
  uniforms.rest.value = places?.rest ?? 0;
  // Going closer spreads the points faster than it enlarges them, so that a dense place opens up.
  const here = diameter / Math.sqrt(closeness);
  uniforms.diameter.value = here * pixelRatio;
  uniforms.largest.value = Math.max(LARGEST, (LARGEST / 2) * pixelRatio);
  uniforms.crisp.value = MathUtils.smoothstep(layersOf(framing.radius / closeness, places?.rows ?? 0, here), 0.4, 1.6);
  uniforms.focus.value = controls.getDistance();
}

/** Lets the renderer clear to a ground, into which far points fade; `alpha` is 0 for a picture without one. */
export function clearTo(renderer: WebGLRenderer, { uniforms }: PointMaterial, of: Ground, alpha: number): void {
  const ground: Color = uniforms.ground.value;
  ground.setStyle(GROUND_COLOR[of]);
  renderer.setClearColor(ground, alpha);
  ground.convertLinearToSRGB();
}
