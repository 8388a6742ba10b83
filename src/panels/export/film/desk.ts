import { useStore } from "zustand";
import { createStore } from "zustand/vanilla";
import { type Said, said, textOf } from "../../../i18n";
import {
  type Estimate,
  type FilmFormat,
  type FilmSettings,
  FORMATS,
  firstSettings,
  frameCount,
  makeFilm,
  openStore,
  withinReach,
} from "../../../sharing/film";
import { scope, tell, togglePlay } from "../../../state";

/** What lies before who makes a film. It outlives the dialog: a film goes on while another tab is looked at. */
export interface FilmDesk {
  /** Null until the tab was opened. */
  settings: FilmSettings | null;
  /** The moment that the preview shows, as a share of the film. */
  moment: number;
  /** The formats that this browser can write; null until it has been asked. */
  can: ReadonlySet<FilmFormat> | null;
  /** What the film will take; null while it is reckoned. */
  estimate: Estimate | null;
  /** The film that is being made. */
  job: Job | null;
  /** What happened last, and whether it went wrong. */
  told: Told | null;
}

interface Told {
  what: Said;
  wrong: boolean;
}

interface Job {
  done: number;
  count: number;
  /** Null while nobody can tell. */
  secondsLeft: number | null;
}

export const desk = createStore<FilmDesk>(() => ({
  settings: null,
  moment: 0.5,
  can: null,
  estimate: null,
  job: null,
  told: null,
}));

export function useFilm<T>(select: (state: FilmDesk) => T): T {
  return useStore(desk, select);
}

/** Sets the desk up for the open space: what was chosen before stays, as far as the space has it. */
export function prepare(ground: FilmSettings["ground"]): void {
  const dims = scope.getState().manifest?.dims;
  if (!dims) return;
  const { settings, job } = desk.getState();
  if (job) return;
  desk.setState({ settings: settings ? withinReach(settings, dims) : firstSettings(dims, ground) });
}

/** Changes some of the settings. */
export function change(some: Partial<FilmSettings>): void {
  const { settings } = desk.getState();
  const dims = scope.getState().manifest?.dims;
  if (!settings || !dims) return;
  desk.setState({ settings: withinReach({ ...settings, ...some }, dims), estimate: null, told: null });
}

const watchers = new Set<(picture: HTMLCanvasElement) => void>();

/** Shows the pictures of the film that is being made, as they are made; answers the way to stop that. */
export function watchPictures(watcher: (picture: HTMLCanvasElement) => void): () => void {
  watchers.add(watcher);
  return () => void watchers.delete(watcher);
}

let abort = new AbortController();

/** Makes the film, and hands it to the user. */
export async function make(): Promise<void> {
  const { settings, job } = desk.getState();
  const subject = scope.getState();
  if (!settings || job) return;
  const { extension, type } = FORMATS[settings.format];
  const space = subject.data.slice(subject.data.indexOf(":") + 1).replace(/[^\p{L}\p{N}._-]+/gu, "-");
  const name = `${space}-${settings.from}-${settings.to}.${extension}`;
  const store = await openStore({ name, type }).catch((error) => {
    const choseNone = error instanceof DOMException && error.name === "AbortError";
    if (!choseNone) desk.setState({ told: whatStopped(error, false) });
    return null;
  });
  if (!store) return;
  // Frames that Play wishes for go first: beside it a film would hardly come on.
  if (scope.getState().playing) togglePlay();
  abort = new AbortController();
  const { signal } = abort;
  const count = frameCount(settings);
  desk.setState({ job: { done: 0, count, secondsLeft: null }, told: null });
  addEventListener("beforeunload", ask);
  const begun = performance.now();
  const made = (done: number, of: number, picture: HTMLCanvasElement) => {
    const each = (performance.now() - begun) / done;
    desk.setState({ job: { done, count: of, secondsLeft: done < 5 ? null : ((of - done) * each) / 1000 } });
    for (const watcher of watchers) watcher(picture);
  };
  try {
    await makeFilm(subject, settings, store, { signal, made });
    await store.finish();
    tellThen({ what: said("{name} is made.", { name }), wrong: false });
  } catch (error) {
    await store.discard().catch(() => {});
    tellThen(whatStopped(error, signal.aborted));
  } finally {
    removeEventListener("beforeunload", ask);
    desk.setState({ job: null });
  }
}

/** Gives the film up that is being made. */
export function giveUp(): void {
  abort.abort();
}

/** Says it in the tab, and on the page where that is closed. */
function tellThen(told: Told): void {
  desk.setState({ told });
  if (scope.getState().sheet !== "export") tell(textOf(told.what));
}

function whatStopped(error: unknown, cancelled: boolean): Told {
  if (cancelled) return { what: said("The film was given up, and nothing of it is left."), wrong: false };
  if (error instanceof DOMException && error.name === "AbortError") {
    return { what: said("Another space was opened, so the film could not be finished."), wrong: true };
  }
  const why = error instanceof Error ? error.message : String(error);
  return { what: said("The film could not be made. The browser says: {why}", { why }), wrong: true };
}

function ask(event: BeforeUnloadEvent): void {
  event.preventDefault();
}
