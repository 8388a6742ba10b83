import {
  keepView,
  type LinkState,
  linkOf,
  type Panel,
  type Playing,
  readLink,
  restoreView,
  scope,
  setPlay,
  togglePlay,
  type View,
  visit,
  writeLink,
} from "../../state";
import { NARROW } from "../use-insets";
import { glide, isGliding, stopGliding } from "./glide";
import { rememberStop } from "./place";
import type { Stop } from "./story";

/** Play as a stop has it, whatever the reader has set: all dims once, in a quarter of a minute. */
const PLAY = { speed: 2, direction: "up", loop: false, from: 4, to: null } as const;

let before: View | null = null;
let ownPlay: Playing | null = null;
let cancel = () => {};

/** The view that a stop's link tells. On a narrow screen the panel would lie over the text: there it opens on demand. */
export function viewOf(stop: Stop): LinkState {
  const view = readLink(stop.link).state;
  return matchMedia(NARROW).matches ? { ...view, panel: undefined } : view;
}

/** The panel that a stop tells about. */
export function panelOf(stop: Stop): Panel {
  return readLink(stop.link).state.panel ?? "none";
}

/**
 * Goes to a stop: the page takes its view, the slider moves there. What was before the reader when the story was not
 * told is kept.
 *
 * @param number which stop it is, counted from 1
 */
export function goTo(stop: Stop, number: number): void {
  halt();
  const { data, manifest, progress, k, story } = scope.getState();
  if (story === 0) before = keepView();
  rememberStop(number);
  const view = viewOf(stop);
  const to = view.k ?? k;
  const canGlide = manifest !== null && view.data === data && to <= progress.columns;
  scope.setState({ storyFolded: false });
  if (!canGlide) visit(view, number);
  else visit(view, number, k);
  const arrived = () => stop.play && playFrom(to);
  if (canGlide) glide(to, arrived);
  else arrived();
}

/** Ends the story, and gives back what was there before it. */
export function leave(): void {
  halt();
  if (before) restoreView(before);
  scope.setState({ story: 0, playing: false });
  before = null;
}

/** Whether the page shows something else than what the stop is about: where Play goes is part of the view. */
export function hasStrayed(stop: Stop): boolean {
  const state = scope.getState();
  if (isGliding() || (stop.play && state.playing)) return false;
  return comparable(linkOf(state)) !== comparable(viewOf(stop));
}

// Play is for who wants motion: for others it waits under their hand.
function playFrom(k: number): void {
  if (matchMedia("(prefers-reduced-motion: reduce)").matches) return;
  const begin = () => {
    const { frame, k: now, playing } = scope.getState();
    if (now !== k || playing) return cancel();
    if (frame?.k !== k) return;
    cancel();
    ownPlay ??= scope.getState().play;
    setPlay(PLAY);
    togglePlay();
  };
  cancel = scope.subscribe(begin);
  begin();
}

/** Ends what a stop has set going. */
function halt(): void {
  stopGliding();
  cancel();
  if (ownPlay) setPlay(ownPlay);
  ownPlay = null;
}

function comparable(link: LinkState): string {
  return writeLink({ ...link, theme: undefined, lang: undefined, story: undefined });
}
