import type { Problem } from "../sources";
import { playStart } from "./playing";
import { FIRST_K, type Playing, type ScopeState, scope } from "./scope";

/** Moves the slider. k is rounded and kept between 4 and what has arrived. */
export function setK(k: number): void {
  const { manifest, progress } = scope.getState();
  const most = manifest ? Math.max(FIRST_K, Math.min(manifest.dims, progress.columns)) : k;
  scope.setState({ k: Math.round(Math.min(most, Math.max(FIRST_K, k))), kChosen: true });
}

/** Mutes a label of the legend, or brings it back. */
export function toggleMuted(label: string): void {
  const muted = new Set(scope.getState().muted);
  if (!muted.delete(label)) muted.add(label);
  scope.setState({ muted });
}

/** Brings all labels back. */
export function showAll(): void {
  scope.setState({ muted: new Set() });
}

/** Shows one label alone; asked again, shows all. */
export function isolateLabel(label: string, labels: string[]): void {
  const { muted } = scope.getState();
  const alone = !muted.has(label) && muted.size === labels.length - 1;
  scope.setState({ muted: alone ? new Set() : new Set(labels.filter((other) => other !== label)) });
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
export function typeK(k: number): string | null {
  const { manifest, progress } = scope.getState();
  scope.setState({ playing: false });
  setK(k);
  const got = scope.getState().k;
  if (got === k || !manifest) return null;
  const [asked, set, dims, columns] = [k, got, manifest.dims, progress.columns].map((n) => n.toLocaleString("en"));
  if (k > progress.columns && k <= manifest.dims) {
    return `${columns} of ${dims} dimensions have arrived: ${asked} became ${set}.`;
  }
  return `This space has ${FIRST_K} to ${dims} dimensions: ${asked} became ${set}.`;
}

/** Takes the vectors as they are, or each prefix scaled to length 1. */
export function setMode(mode: ScopeState["mode"]): void {
  scope.setState({ mode });
}

/** Divides the timeline by octaves or evenly. */
export function setScale(scale: ScopeState["scale"]): void {
  scope.setState({ scale });
}

/** Sets the theme. */
export function setTheme(theme: ScopeState["theme"]): void {
  scope.setState({ theme });
}

/** Shows what stops the page, in words, and ends what was playing. */
export function report(problem: Problem): void {
  scope.setState({ problem, playing: false });
}

/** Closes the notice. */
export function dismissNotice(): void {
  scope.setState({ notice: null });
}

/** Selects a point and opens the panel on it; null deselects. */
export function select(selected: number | null): void {
  scope.setState({
    selected,
    neighbours: { atK: null, atFull: null },
    panelOpen: selected !== null || scope.getState().panelOpen,
  });
}

/** Opens the panel of points. */
export function openPanel(): void {
  scope.setState({ panelOpen: true });
}

/** Closes the panel; selection and query stay. */
export function closePanel(): void {
  scope.setState({ panelOpen: false });
}
