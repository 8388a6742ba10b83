import { WebGLRenderer } from "three";
import { t } from "../i18n";
import { type ScopeState, scope } from "../state";
import { drawn } from "./drawn";

/** A renderer on the canvas, with an alpha channel if wished; null where there is no WebGL2. */
export function createRenderer(canvas: HTMLCanvasElement, { alpha } = { alpha: false }): WebGLRenderer | null {
  const wishes: WebGLContextAttributes = {
    alpha,
    // Points smooth their own edges; multisampling would halve the speed where the CPU draws.
    antialias: false,
    stencil: false,
    powerPreference: "high-performance",
  };
  const context = canvas.getContext("webgl2", wishes);
  return context && new WebGLRenderer({ canvas, context, ...wishes });
}

/** Without a picture every frame counts as shown when it is there: the timeline and the panels go on. */
export function settleUnseen(): () => void {
  const settle = ({ frame }: ScopeState, before?: ScopeState) => {
    if (!frame || frame === before?.frame) return;
    drawn.aim(frame);
    drawn.settle();
  };
  settle(scope.getState());
  return scope.subscribe(settle);
}

/** Survives a driver that takes the context away: says so while it is gone, and draws again when it is back. */
export function surviveContextLoss(canvas: HTMLCanvasElement, redraw: () => void): () => void {
  let notice = "";
  const lost = (event: Event) => {
    event.preventDefault();
    // A canvas without a context is white, whatever the ground.
    canvas.style.visibility = "hidden";
    notice = t("The graphics driver restarted; the picture comes back in a moment.");
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
