import { useLayoutEffect } from "react";
import { BufferAttribute, BufferGeometry, Points, ShaderMaterial } from "three";
import { type Keyframe, useScope } from "../state";
import type { Stage } from "./stage";

const VERTEX = /* glsl */ `
  attribute vec4 tint;
  uniform float scale;
  uniform float diameter;
  uniform float focus;
  uniform vec3 ground;
  varying vec3 vColor;

  void main() {
    vec4 seen = modelViewMatrix * vec4(position * scale, 1.0);
    gl_Position = projectionMatrix * seen;
    // In the far half of the depth range, with the muted points: it never covers a shown one.
    gl_Position.z = 0.5 * (gl_Position.z + gl_Position.w);
    gl_PointSize = clamp(0.9 * diameter * focus / max(-seen.z, 0.01), 1.0, 40.0);
    vColor = mix(ground, tint.rgb, tint.a < 0.5 ? 0.08 : 0.24);
  }
`;

const FRAGMENT = /* glsl */ `
  varying vec3 vColor;
  void main() {
    if (length(gl_PointCoord - 0.5) > 0.5) discard;
    gl_FragColor = vec4(vColor, 1.0);
  }
`;

/** The cloud at another k, pale behind the one that is shown. */
export function Ghost({ stage }: { stage: Stage }) {
  const ghost = useScope((state) => state.ghost);
  useLayoutEffect(() => {
    const { buffers } = stage;
    if (!ghost || !buffers || buffers.motion.rows !== ghost.scores.length / 3) return;
    const points = ghostOf(ghost, stage);
    stage.points.add(points);
    stage.invalidate();
    return () => {
      stage.points.remove(points);
      // The colours are the cloud's own: freed with the ghost they would be gone for both.
      points.geometry.deleteAttribute("tint");
      points.geometry.dispose();
      points.material.dispose();
      stage.invalidate();
    };
  }, [stage, ghost]);
  return null;
}

function ghostOf(ghost: Keyframe, stage: Stage): Points<BufferGeometry, ShaderMaterial> {
  const geometry = new BufferGeometry();
  geometry.setAttribute("position", new BufferAttribute(ghost.scores, 3));
  geometry.setAttribute("tint", stage.buffers!.geometry.getAttribute("tint"));
  const { diameter, focus, ground } = stage.points.material.uniforms;
  const material = new ShaderMaterial({
    vertexShader: VERTEX,
    fragmentShader: FRAGMENT,
    uniforms: { diameter, focus, ground, scale: { value: 1 } },
  });
  const points = new Points(geometry, material);
  points.frustumCulled = false;
  points.onBeforeRender = () => {
    material.uniforms.scale.value = 1 / (stage.buffers?.motion.unitOf(ghost) || 1);
    material.uniformsNeedUpdate = true;
  };
  return points;
}
