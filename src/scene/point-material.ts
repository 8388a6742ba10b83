import { Color, ShaderMaterial } from "three";

/** Where a point is in mid-tween, in the space of the cloud: for every shader that draws the points. */
export const PLACE = /* glsl */ `
  // It lies between "position" and "positionB", off by what is left of the offset; three insists on the first name.
  attribute vec3 positionB;
  attribute vec3 offset;
  uniform float blend;
  uniform float rest;

  vec4 place() {
    return vec4(mix(position, positionB, blend) + rest * offset, 1.0);
  }
`;

const VERTEX = /* glsl */ `
  ${PLACE}
  attribute vec4 tint;
  uniform float diameter;
  uniform float largest;
  uniform float focus;
  uniform vec3 ground;
  varying vec3 vColor;
  varying float vDiameter;

  void main() {
    vec4 seen = modelViewMatrix * place();
    gl_Position = projectionMatrix * seen;
    float depth = -seen.z;
    // Near points are larger and clearer, far ones sink a little into the ground.
    float near = clamp((focus - depth) / 1.9, -1.0, 1.0);
    float fade = 0.26 - 0.26 * near;
    float size = clamp(diameter * focus / max(depth, 0.01), 1.0, largest);
    if (tint.a < 0.5) {
      size *= 0.72;
      // Muted points lie in the far half of the depth range, so that they never cover a shown one.
      gl_Position.z = 0.5 * (gl_Position.z + gl_Position.w);
      vec3 grey = vec3(dot(tint.rgb, vec3(0.299, 0.587, 0.114)));
      vColor = mix(ground, grey, 0.3 * (1.0 - fade));
    } else {
      gl_Position.z = 0.5 * (gl_Position.z - gl_Position.w);
      vColor = mix(tint.rgb, ground, fade);
    }
    vDiameter = size;
    gl_PointSize = size + 1.0;
  }
`;

const FRAGMENT = /* glsl */ `
  uniform float crisp;
  varying vec3 vColor;
  varying float vDiameter;

  void main() {
    float radius = length(gl_PointCoord - 0.5) * (vDiameter + 1.0);
    float cover = clamp(0.5 * vDiameter - radius + 0.5, 0.0, 1.0);
    if (cover < mix(0.3, 0.5, crisp)) discard;
    // An edge blends with whatever was drawn before it, which need not be what lies behind it. Among few points that is
    // the ground, and looks smooth; among many it would be a dark seam around each: there edges are sharp.
    gl_FragColor = vec4(vColor, mix(cover, 1.0, crisp));
  }
`;

export type PointMaterial = ShaderMaterial;

/** Round points that travel on the GPU. The colours are plain sRGB and are written as they are. */
export function createPointMaterial(): PointMaterial {
  return new ShaderMaterial({
    vertexShader: VERTEX,
    fragmentShader: FRAGMENT,
    // Smooth edges by blending; depth is written as well, so that points in front are in front in any order.
    transparent: true,
    uniforms: {
      blend: { value: 0 },
      rest: { value: 0 },
      diameter: { value: 3 },
      largest: { value: 48 },
      crisp: { value: 0 },
      focus: { value: 5 },
      ground: { value: new Color() },
    },
  });
}
