import type { Problem } from "../sources";
import { FIRST_K, type Panel, type ScopeState, scope, type Tool } from "./scope";

/** Moves the slider. k is rounded and kept between 4 and what has arrived. */
export function setK(k: number): void {
  const { manifest, progress } = scope.getState();
  const most = manifest ? Math.max(FIRST_K, Math.min(manifest.dims, progress.columns)) : k;
  scope.setState({ k: Math.round(Math.min(most, Math.max(FIRST_K, k))), kChosen: true });
}

/** Names the row under the pointer. */
export function setHover(hover: number | null): void {
  if (scope.getState().hover !== hover) scope.setState({ hover });
}

/** Starts or stops playing; from the end it starts over. */
export function togglePlay(): void {
  const { playing, k, manifest } = scope.getState();
  if (!playing && manifest && k >= manifest.dims) setK(FIRST_K);
  scope.setState({ playing: !playing });
}

/** Takes the vectors as they are, or each prefix scaled to length 1. */
export function setMode(mode: ScopeState["mode"]): void {
  scope.setState({ mode });
}

/** Sets the theme. */
export function setTheme(theme: ScopeState["theme"]): void {
  scope.setState({ theme });
}

/** Shows what stops the page, in words, and ends what was playing. */
export function report(problem: Problem): void {
  scope.setState({ problem, playing: false });
}

/** Tells what happened, after what has been told and not closed yet. */
export function tell(sentence: string): void {
  const { notice } = scope.getState();
  scope.setState({ notice: notice ? `${notice} ${sentence}` : sentence });
}

/** Closes the notice. */
export function dismissNotice(): void {
  scope.setState({ notice: null });
}

/** Opens a panel beside the cloud, in place of the one that is open; "none" closes it. */
export function openPanel(panel: Panel): void {
  scope.setState({ panel });
}

/** Chooses what a drag on the cloud does. */
export function setTool(tool: Tool): void {
  scope.setState({ tool });
}

/** Opens or closes the sheet of shortcuts. */
export function setHelp(helpOpen: boolean): void {
  scope.setState({ helpOpen });
}
