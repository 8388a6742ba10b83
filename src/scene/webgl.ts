import { WebGLRenderer } from "three";
import { type Problem, scope } from "../state";

const NO_WEBGL: Problem = {
  what: "This browser cannot draw the cloud: WebGL2 is missing or switched off.",
  remedy: "Switch on hardware acceleration in the browser's settings, or open the page in another browser.",
};

/** A renderer on the canvas; null where there is no WebGL2. */
export function createRenderer(canvas: HTMLCanvasElement): WebGLRenderer | null {
  const wishes: WebGLContextAttributes = {
    alpha: false,
    // Points smooth their own edges; multisampling would halve the speed where the CPU draws.
    antialias: false,
    stencil: false,
    powerPreference: "high-performance",
  };
  const context = canvas.getContext("webgl2", wishes);
  return context && new WebGLRenderer({ canvas, context, ...wishes });
}

/** Tells that nothing can be drawn, and again whenever opening a space clears the message. */
export function reportNoWebGL(): () => void {
  const tell = () => {
    if (!scope.getState().problem) scope.setState({ problem: NO_WEBGL, playing: false });
  };
  tell();
  return scope.subscribe(tell);
}

/** Survives a driver that takes the context away: says so while it is gone, and draws again when it is back. */
export function surviveContextLoss(canvas: HTMLCanvasElement, redraw: () => void): () => void {
  const notice = "The graphics driver restarted; the picture comes back in a moment.";
  const lost = (event: Event) => {
    event.preventDefault();
    // A canvas without a context is white, whatever the ground.
    canvas.style.visibility = "hidden";
    scope.setState({ notice });
  };
  const restored = () => {
    canvas.style.visibility = "";
    if (scope.getState().notice === notice) scope.setState({ notice: null });
    redraw();
  };
  canvas.addEventListener("webglcontextlost", lost);
  canvas.addEventListener("webglcontextrestored", restored);
  return () => {
    canvas.removeEventListener("webglcontextlost", lost);
    canvas.removeEventListener("webglcontextrestored", restored);
  };
}
