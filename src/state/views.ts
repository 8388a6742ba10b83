import { setPlay } from "./actions";
import { applyState } from "./address";
import { effectOf } from "./history";
import type { LinkState } from "./link-state";
import { linkOf } from "./linked";
import { type ScopeState, scope } from "./scope";

/** What someone has before them: all that a link would say, and what a link leaves out. */
export interface View {
  link: LinkState;
  choices: Pick<ScopeState, "selection" | "focus" | "isolated" | "muted" | "past" | "future">;
  play: ScopeState["play"];
}

/** Keeps what is before the reader, to be brought back. */
export function keepView(): View {
  const state = scope.getState();
  const { selection, focus, isolated, muted, past, future, play } = state;
  return { link: linkOf(state), choices: { selection, focus, isolated, muted, past, future }, play };
}

/** Brings back a view that was kept; theme and language are those that are on. */
export function restoreView({ link, choices, play }: View): void {
  applyState({ ...link, ...readersOwn() });
  scope.setState(effectOf(choices));
  setPlay(play);
}

/**
 * Brings the page to what a link says; theme and language stay, and points that were hidden show again. What was there before is
 * gone unless it was kept.
 *
 * @param story the stop of the story that it is the view of
 * @param from where the slider stands first, to be moved on from there; the link's own k where it is left out
 */
export function visit(link: LinkState, story: number, from?: number): void {
  applyState({ ...link, ...(from === undefined ? {} : { k: from }), ...readersOwn(), story });
}

/** What is the reader's and not the view's. */
function readersOwn(): Pick<LinkState, "theme" | "lang"> {
  const { theme, lang } = scope.getState();
  return { theme: theme === "system" ? undefined : theme, lang };
}
