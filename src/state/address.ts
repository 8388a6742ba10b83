import { said, saidOn } from "../i18n/said";
import { tell } from "./actions";
import { FIRST_CAMERA } from "./camera";
import { tooFar } from "./describing";
import { isEmbedded } from "./embedded";
import { wishGhost } from "./ghosting";
import { effectOf } from "./history";
import { ownLanguage } from "./languages";
import { readLink, writeLink } from "./link";
import type { LinkState } from "./link-state";
import { USUAL_PLAY } from "./link-values";
import { linkOf } from "./linked";
import { keepLabels, keepRows } from "./opening";
import { rowSet, sameList } from "./row-set";
import { DEFAULT_COLOR, DEFAULT_DATA, initialState, type ScopeState, scope } from "./scope";
import { search } from "./searching";
import { openSpace } from "./session";
import { isOwn, refOf } from "./spaces";

const REST_MS = 200;
const LONGEST_WAIT_MS = 500;
const GESTURE_MS = 1_500;

/** Brings the page to what a fragment says; what it does not say goes back to the default. */
export function applyLink(fragment: string): void {
  const { state, notices } = readLink(fragment);
  scope.setState({ notice: notices.length > 0 ? saidOn(notices[0], notices.slice(1)) : null });
  applyState(state);
}

/** The same for what a fragment has been read as. */
export function applyState(state: LinkState): void {
  const data = dataOf(state);
  const other = data !== scope.getState().data || !scope.getState().manifest;
  scope.setState({
    kChosen: state.k !== undefined,
    mode: state.mode ?? "raw",
    axes: state.axes ?? "aligned",
    scale: state.scale ?? "log",
    size: state.size ?? "same",
    color: state.color ?? DEFAULT_COLOR,
    cam: state.cam ?? FIRST_CAMERA,
    theme: state.theme ?? "system",
    lang: state.lang ?? ownLanguage(),
    panel: state.panel ?? "none",
    compare: state.compare ?? "none",
    trails: state.trails ?? false,
    play: state.play ?? USUAL_PLAY,
    story: state.story ?? 0,
    playing: false,
  });
  const { manifest } = scope.getState();
  if (other || !manifest) {
    scope.setState({ k: state.k ?? initialState.k });
    openSpace(data, "refuse");
    choosePoints(state);
    return;
  }
  choosePoints(state);
  keepRows(manifest.rows);
  keepLabels();
  const refused = state.k !== undefined && state.k > manifest.dims;
  const k = refused ? undefined : state.k;
  scope.setState({ k: k ?? Math.min(initialState.k, manifest.dims), kChosen: k !== undefined });
  if (refused) tell(tooFar(state.k as number, manifest.dims));
}

// What only another page had is no more here.
function dataOf({ data = DEFAULT_DATA }: LinkState): string {
  if (scope.getState().embed && isOwn(data)) {
    tell(said("“{data}” is a space of the reader's own, which is not shown inside another page.", { data }));
  } else if (refOf(data)) return data;
  else {
    tell(
      said("{name} was a file that this page no longer has: open it again to go on.", {
        name: data.slice(data.indexOf(":") + 1),
      }),
    );
  }
  return DEFAULT_DATA;
}

// A link is no choice of the reader's: there is nothing to undo.
function choosePoints({ sel = [], isolate = null, mute = [], ghost = null, q = "" }: LinkState): void {
  const selection = rowSet(sel);
  // Where they are the same rows they are the same list: there is nothing left to isolate.
  const isolated = isolate && (sameList(isolate, selection) ? selection : rowSet(isolate));
  scope.setState(effectOf({ selection, focus: sel[0] ?? null, isolated, muted: new Set(mute) }));
  wishGhost(ghost);
  if (q !== scope.getState().query.trim()) search(q);
}

function withoutCamera(state: ScopeState): string {
  return writeLink({ ...linkOf(state), cam: undefined });
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
    // What moves in a part of a page is no station on the way back from that page.
    if (begins && !scope.getState().embed) history.pushState(null, "", address);
    else history.replaceState(null, "", address);
  };
  const goTo = () => {
    clearTimeout(timer);
    waitingSince = null;
    // What a page was opened as decides what it may do (`embedded.ts`): it does not become the other.
    if (isEmbedded(location.hash) !== scope.getState().embed) location.reload();
    else if (location.hash !== writeLink(linkOf(scope.getState()))) applyLink(location.hash);
  };
  const unsubscribe = scope.subscribe((state, before) => {
    if (writeLink(linkOf(state)) === writeLink(linkOf(before))) return;
    const now = performance.now();
    // Where someone looked from is no station of its own on the way back.
    if (now - lastChange > GESTURE_MS && withoutCamera(state) !== withoutCamera(before)) gestureBegins = true;
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
