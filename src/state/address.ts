import { type LinkState, readLink, writeLink } from "./link";
import { DEFAULT_COLOR, DEFAULT_DATA, initialState, type ScopeState, scope } from "./scope";
import { openSpace, tooFar } from "./session";

const REST_MS = 200;
const LONGEST_WAIT_MS = 500;
const GESTURE_MS = 1_500;

/** What the address says of a state: only what differs from the default, and the space wherever a k is named. */
export function linkOf(state: ScopeState): LinkState {
  const { data, k, kChosen, mode, axes, scale, color, theme } = state;
  return {
    data: data !== DEFAULT_DATA || kChosen ? data : undefined,
    k: kChosen ? k : undefined,
    mode: mode === "raw" ? undefined : mode,
    axes: axes === "aligned" ? undefined : axes,
    scale: scale === "log" ? undefined : scale,
    color: color === DEFAULT_COLOR ? undefined : color,
    theme: theme === "system" ? undefined : theme,
  };
}

/** Brings the page to what a fragment says; what it does not say goes back to the default. */
export function applyLink(fragment: string): void {
  const { state, notices } = readLink(fragment);
  const data = state.data ?? DEFAULT_DATA;
  const other = data !== scope.getState().data || !scope.getState().manifest;
  scope.setState({
    kChosen: state.k !== undefined,
    mode: state.mode ?? "raw",
    axes: state.axes ?? "aligned",
    scale: state.scale ?? "log",
    color: state.color ?? DEFAULT_COLOR,
    theme: state.theme ?? "system",
    notice: notices.length > 0 ? notices.join(" ") : null,
    playing: false,
  });
  const { manifest } = scope.getState();
  if (other || !manifest) {
    scope.setState({ k: state.k ?? initialState.k });
    openSpace(data, "refuse");
    return;
  }
  const refused = state.k !== undefined && state.k > manifest.dims;
  const k = refused ? undefined : state.k;
  scope.setState({ k: k ?? Math.min(initialState.k, manifest.dims), kChosen: k !== undefined });
  if (refused) scope.setState({ notice: tooFar(state.k as number, manifest.dims) });
}

/**
 * Keeps the address current. Moves of one gesture share one entry of the history, so Back leads to where the slider
 * stood before it.
 */
export function followAddress(): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let waitingSince: number | null = null;
  let lastChange = Number.NEGATIVE_INFINITY;
  let gestureBegins = false;

  const write = () => {
    waitingSince = null;
    const link = writeLink(linkOf(scope.getState()));
    const begins = gestureBegins;
    gestureBegins = false;
    if (link === location.hash) return;
    const address = link || location.pathname + location.search;
    if (begins) history.pushState(null, "", address);
    else history.replaceState(null, "", address);
  };
  const goTo = () => {
    clearTimeout(timer);
    waitingSince = null;
    if (location.hash !== writeLink(linkOf(scope.getState()))) applyLink(location.hash);
  };
  const unsubscribe = scope.subscribe((state, before) => {
    if (writeLink(linkOf(state)) === writeLink(linkOf(before))) return;
    const now = performance.now();
    if (now - lastChange > GESTURE_MS) gestureBegins = true;
    lastChange = now;
    waitingSince ??= now;
    clearTimeout(timer);
    timer = setTimeout(write, Math.max(0, Math.min(REST_MS, waitingSince + LONGEST_WAIT_MS - now)));
  });
  addEventListener("popstate", goTo);
  addEventListener("hashchange", goTo);
  return () => {
    unsubscribe();
    clearTimeout(timer);
    removeEventListener("popstate", goTo);
    removeEventListener("hashchange", goTo);
  };
}
