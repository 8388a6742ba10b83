import { coloringOf, type LabelColoring, type ScopeState, scope } from "../state";
import type { Stage } from "./stage";

/** The labels that colour the points; null while there are none, or numbers colour them. */
export function colorColumn(state: Parameters<typeof coloringOf>[0]): LabelColoring | null {
  const coloring = coloringOf(state);
  return coloring?.kind === "category" ? coloring : null;
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
    const coloring = coloringOf(state);
    const repaint =
      stage.buffers?.motion.rows !== rowsBefore ||
      coloring !== (before && coloringOf(before)) ||
      state.muted !== before?.muted ||
      state.isolated !== before.isolated ||
      state.selection !== before.selection;
    if (repaint) stage.paint(coloring, state);
    // While another space opens, the last one stays on screen, grey; a problem clears it.
    if (!state.frame && state.problem) stage.show(false);
  };
  follow(scope.getState(), null);
  return scope.subscribe(follow);
}
