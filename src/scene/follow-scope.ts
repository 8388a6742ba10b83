import { type CategoryColumn, type ScopeState, scope } from "../state";
import type { Stage } from "./stage";

/** The column of categories that colours the points; null while there is none. */
export function colorColumn({ points, color }: Pick<ScopeState, "points" | "color">): CategoryColumn | null {
  const column = points?.columns.find(({ name }) => name === color);
  return column?.kind === "category" ? column : null;
}

/** Keeps the stage in step with the store, past React: frames arrive too often for a render each. */
export function followScope(stage: Stage): () => void {
  const follow = (state: ScopeState, before: ScopeState | null) => {
    if (state.data !== before?.data || state.mode !== before.mode || state.axes !== before.axes) stage.forget();
    if (state.size !== before?.size) stage.resize(state.size === "same");
    if (state.cam !== before?.cam) stage.rig.look(state.cam);
    if (state.k !== before?.k) stage.lead(state.k, state.playing);
    const rowsBefore = stage.buffers?.motion.rows;
    if (state.frame && state.frame !== before?.frame) stage.aim(state.frame, state.playing);
    const repaint =
      stage.buffers?.motion.rows !== rowsBefore ||
      state.points !== before?.points ||
      state.color !== before.color ||
      state.muted !== before.muted;
    if (repaint) stage.paint(colorColumn(state), state.muted);
    // While another space opens, the last one stays on screen, grey; a problem clears it.
    if (!state.frame && state.problem) stage.show(false);
  };
  follow(scope.getState(), null);
  return scope.subscribe(follow);
}
