import type { Frame } from "../engine";
import { speak } from "../i18n";
import { textOf } from "../i18n/said";
import { wishGhost } from "./ghosting";
import { choose } from "./history";
import { keyframes } from "./keyframes";
import { readLink, writeLink } from "./link";
import type { LinkState } from "./link-state";
import { ghostInLink, linkOf, mutedInLink, selectionInLink } from "./linked";
import { keepLabels } from "./opening";
import { rowSet } from "./row-set";
import { type ScopeState, scope } from "./scope";
import { search } from "./searching";
import { setColor } from "./selecting";
import { openSpace } from "./session";
import { openSizeDue } from "./sizing";
import { isOwn } from "./spaces";

/**
 * The scripting interface, `window.matryoscope`. Its keys are those of the link; it changes only with a line in the
 * changelog.
 */
export interface Scripting {
  /** Resolves when the first exact frame is on screen. */
  readonly ready: Promise<void>;
  /** What a link to this view would say, defaults included. */
  getState(): Filled<Omit<LinkState, "theme">> & { theme: "dark" | "light" | "system" };
  /**
   * Changes what is named and resolves when the exact frame of the newest state is on screen.
   *
   * @throws RangeError (as a rejection) when a value cannot be, and Error when the space cannot be shown
   */
  setState(partial: LinkState): Promise<void>;
  /** The exact frame that is shown, or null before the first one. With `axes: "pc"` its axes are the principal ones. */
  frame(): Pick<Frame, "k" | "mode" | "scores" | "components" | "explainedVariance" | "explainedVarianceRatio"> | null;
  /** Calls `listener` with every exact frame; answers the way to stop that. */
  on(event: "frame", listener: (frame: Frame) => void): () => void;
}

declare global {
  interface Window {
    matryoscope: Scripting;
  }
}

/** @param whenDrawn resolves when the positions of a frame are on screen */
export function createScripting(whenDrawn: (frame: Frame) => Promise<void>): Scripting {
  const ready = frameWhere(() => true).then(whenDrawn);
  // What stops it is said on the page; a script that does not ask shall not find it on the console besides.
  ready.catch(() => {});
  return {
    ready,
    getState() {
      const state = scope.getState();
      const { data, k, mode, axes, scale, size, color, panel, compare, cam, trails, play, story, theme } = state;
      return {
        ...{ data, k, mode, axes, scale, size, color, panel, compare, cam, trails, story, theme },
        play: { ...play },
        lang: state.lang,
        embed: state.embed,
        mute: mutedInLink(state),
        sel: [...selectionInLink(state)],
        isolate: state.isolated && [...state.isolated],
        q: state.query,
        ghost: ghostInLink(state),
      };
    },
    async setState(partial) {
      const { notices, state } = readLink(writeLink({ ...linkOf(scope.getState()), ...partial }));
      if (notices.length > 0) throw new RangeError(notices.map(textOf).join(" "));
      const { manifest, data } = scope.getState();
      const known = state.data === undefined || state.data === data ? manifest : null;
      if (partial.k !== undefined && known && partial.k > known.dims) {
        throw new RangeError(`k = ${partial.k} is more than the ${known.dims} dimensions of ${known.name}.`);
      }
      const { data: next, k, color, mute, sel, isolate, q, ghost, embed, ...rest } = partial;
      if (embed !== undefined && embed !== scope.getState().embed) {
        throw new RangeError("A page is opened with embed=1 or without it: what it was opened as it stays.");
      }
      if (next !== undefined && scope.getState().embed && isOwn(next)) {
        throw new RangeError(`${next} is a space of the reader's own, which is not shown inside another page.`);
      }
      for (const rows of [sel, isolate]) refuseRows(rows ?? [], known?.rows ?? Number.POSITIVE_INFINITY);
      scope.setState({ ...withoutUndefined(rest), ...(k === undefined ? {} : { k, kChosen: true, playing: false }) });
      if (next !== undefined && next !== data) openSpace(next);
      if (color !== undefined) setColor(color);
      if (sel) choose({ selection: rowSet(sel), focus: sel[0] ?? null });
      if (mute) choose({ muted: new Set(mute) });
      if (isolate !== undefined) choose({ isolated: isolate && isolate.length > 0 ? rowSet(isolate) : null });
      keepLabels();
      if (ghost !== undefined) wishGhost(ghost);
      if (q !== undefined) search(q);
      if (partial.lang) await speak(partial.lang);
      await whenDrawn(await settled());
    },
    frame: () => scope.getState().frame,
    on(_event, listener) {
      return scope.subscribe(({ frame }, before) => {
        if (frame && frame !== before.frame) listener(frame);
      });
    },
  };
}

/** The exact frame of the newest state, once it is there. */
function settled(): Promise<Frame> {
  return frameWhere((frame, state) => {
    const { k, mode, axes, ghostWish } = state;
    const isNewest = frame.k === k && frame.mode === mode && frame.axes === axes;
    return isNewest && ghostWish === null && openSizeDue(state, keyframes) === null;
  });
}

/** The first frame, now or later, that is what is waited for; a problem ends the wait. */
function frameWhere(wanted: (frame: Frame, state: ScopeState) => boolean): Promise<Frame> {
  return new Promise((resolve, reject) => {
    const look = () => {
      const state = scope.getState();
      const { frame, problem } = state;
      if (problem) reject(new Error(`${textOf(problem.what)} ${textOf(problem.remedy)}`));
      else if (frame && wanted(frame, state)) resolve(frame);
      else return false;
      return true;
    };
    if (look()) return;
    const stop = scope.subscribe(() => {
      if (look()) stop();
    });
  });
}

function refuseRows(sel: readonly number[], rows: number): void {
  const wrong = sel.find((row) => !Number.isInteger(row) || row < 0 || row >= rows);
  if (wrong !== undefined) throw new RangeError(`sel holds ${wrong}, and points are counted from 0 to ${rows - 1}.`);
}

/** All of it is there. */
type Filled<T> = { [K in keyof T]-?: Exclude<T[K], undefined> };

function withoutUndefined<T extends object>(values: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as never;
}
