import { FIRST_CAMERA, writeCamera } from "./camera";
import { languageInLink } from "./languages";
import type { LinkState } from "./link-state";
import { type Ghost, writePlay } from "./link-values";
import { DEFAULT_COLOR, DEFAULT_DATA, type ScopeState } from "./scope";

/** What the address says of a state: only what differs from the default, and the space wherever a k is named. */
export function linkOf(state: ScopeState): LinkState {
  const { data, k, kChosen, mode, axes, scale, size, color, query, panel, compare, cam, trails, play, story } = state;
  const sel = selectionInLink(state);
  const mute = mutedInLink(state);
  return {
    data: data !== DEFAULT_DATA || kChosen ? data : undefined,
    k: kChosen ? k : undefined,
    mode: mode === "raw" ? undefined : mode,
    axes: axes === "aligned" ? undefined : axes,
    scale: scale === "log" ? undefined : scale,
    size: size === "same" ? undefined : size,
    color: color === DEFAULT_COLOR ? undefined : color,
    mute: mute.length > 0 ? mute : undefined,
    sel: sel.length > 0 ? sel : undefined,
    isolate: state.isolated ?? undefined,
    q: query.trim() || undefined,
    panel: panel === "none" ? undefined : panel,
    compare: compare === "none" ? undefined : compare,
    cam: writeCamera(cam) === writeCamera(FIRST_CAMERA) ? undefined : cam,
    ghost: ghostInLink(state) ?? undefined,
    trails: trails || undefined,
    play: writePlay(play) === "" ? undefined : play,
    story: story || undefined,
    theme: state.theme === "system" ? undefined : state.theme,
    lang: languageInLink(state.lang),
    embed: state.embed || undefined,
  };
}

let last: { selection: readonly number[]; focus: number | null; rows: readonly number[] } | null = null;

/** The selection as a link tells it: the focused row first. The same list as long as nothing of it changes. */
export function selectionInLink({ selection, focus }: Pick<ScopeState, "selection" | "focus">): readonly number[] {
  if (focus === null) return selection;
  if (last?.selection !== selection || last.focus !== focus) {
    last = { selection, focus, rows: [focus, ...selection.filter((row) => row !== focus)] };
  }
  return last.rows;
}

/** The muted labels as a link tells them: in one order, whichever was muted first. */
export function mutedInLink({ muted }: Pick<ScopeState, "muted">): string[] {
  return [...muted].sort();
}

/** The ghost as a link tells it, also while its frame is not there yet. */
export function ghostInLink({ ghost, ghostWish }: Pick<ScopeState, "ghost" | "ghostWish">): Ghost | null {
  if (!ghost) return ghostWish;
  const { k, mode, axes } = ghost;
  return { k, mode, axes };
}
