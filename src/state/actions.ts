import { type Said, said, saidOn, type Words } from "../i18n/said";
import type { Input, Problem } from "../sources";
import type { Camera } from "./camera";
import { playStart } from "./playing";
import { FIRST_K, type Panel, type Playing, type ScopeState, scope, type Tool } from "./scope";

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
  const { playing, play, k, manifest } = scope.getState();
  const start = manifest ? playStart(k, play, manifest.dims) : k;
  if (!playing && start !== k) setK(start);
  scope.setState({ playing: !playing });
}

/** Changes how Play goes, also while it does. */
export function setPlay(change: Partial<Playing>): void {
  scope.setState({ play: { ...scope.getState().play, ...change } });
}

/**
 * Moves the slider to what was typed, or as near as there is.
 *
 * @returns what to say where that is not what was typed; null where it is
 */
export function typeK(k: number): Said | null {
  const { manifest, progress } = scope.getState();
  scope.setState({ playing: false });
  setK(k);
  const got = scope.getState().k;
  if (got === k || !manifest) return null;
  const [asked, set, dims, columns] = [k, got, manifest.dims, progress.columns].map((n) => n.toLocaleString("en"));
  if (k > progress.columns && k <= manifest.dims) {
    return said("{columns} of {dims} dimensions have arrived: {asked} became {set}.", { columns, dims, asked, set });
  }
  return said("This space has {least} to {dims} dimensions: {asked} became {set}.", {
    least: FIRST_K,
    dims,
    asked,
    set,
  });
}

/** Takes the vectors as they are, or each prefix scaled to length 1. */
export function setMode(mode: ScopeState["mode"]): void {
  scope.setState({ mode });
  tellSampleAlone();
}

/** Says that what unit mode shows is of the sample: the moments of a whole tell no row's length. */
export function tellSampleAlone(): void {
  const { mode, manifest } = scope.getState();
  if (mode !== "unit" || !manifest?.wholeRows) return;
  const [whole, rows] = [manifest.wholeRows, manifest.rows].map((count) => count.toLocaleString("en"));
  tell(
    said("Unit mode is exact for the {rows} points shown, not for the {whole} they are drawn from.", { rows, whole }),
  );
}

/** Draws every frame at one size, or growth as growth. */
export function setSize(size: ScopeState["size"]): void {
  scope.setState({ size });
}

/** Shows or hides where points came from. */
export function toggleTrails(): void {
  scope.setState({ trails: !scope.getState().trails });
}

/** Keeps the frame that is shown as a ghost behind what comes, or lets the ghost go. */
export function toggleGhost(): void {
  const { ghost, frame } = scope.getState();
  scope.setState({ ghost: ghost ? null : frame, ghostWish: null });
}

/** Moves the camera. */
export function setCamera(cam: Camera): void {
  scope.setState({ cam });
}

/** Divides the timeline by octaves or evenly. */
export function setScale(scale: ScopeState["scale"]): void {
  scope.setState({ scale });
}

/** Opens the sheet that shares or exports the view, or closes it. */
export function openSheet(sheet: ScopeState["sheet"]): void {
  scope.setState({ sheet });
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
export function tell(sentence: Words): void {
  const { notice } = scope.getState();
  scope.setState({ notice: notice ? saidOn(notice, [sentence]) : sentence });
}

/** Closes the notice. */
export function dismissNotice(): void {
  scope.setState({ notice: null });
}

/** Opens a panel beside the cloud, in place of the one that is open; "none" closes it, and ends a comparison. */
export function openPanel(panel: Panel): void {
  scope.setState(panel === "none" ? { panel, compare: "none" } : { panel });
}

/** Chooses what a drag on the cloud does. */
export function setTool(tool: Tool): void {
  scope.setState({ tool });
}

/** Opens the dialog that opens data, with what was given already. */
export function showOpenData(input: Input | null = null): void {
  scope.setState({ openData: { input } });
}

/** Closes it. */
export function hideOpenData(): void {
  scope.setState({ openData: null });
}

/** Opens or closes the sheet of shortcuts. */
export function setHelp(helpOpen: boolean): void {
  scope.setState({ helpOpen });
}
