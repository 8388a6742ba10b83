import { EngineClient, type StudyAnswer, type StudyName, type StudyOptions, type StudyQuestion } from "../engine";
import { type Said, saidOn } from "../i18n/said";
import type { PointTable, Problem } from "../sources";
import { type Beyond, type Description, describe, tellBuild } from "./describing";
import { takeGhost } from "./ghosting";
import { keyframes } from "./keyframes";
import { ghostInLink } from "./linked";
import { LookAhead } from "./look-ahead";
import { NEIGHBOURS, neighbourPrefixes, takeNeighbours } from "./neighbouring";
import { forgetChoices, takePoints } from "./opening";
import { ProblemError, type Waiting } from "./own/waiting";
import { DEFAULT_DATA, initialState, scope } from "./scope";
import { openSizeDue } from "./sizing";
import { refOf, rememberSpace, type SpaceRef } from "./spaces";
import { scopeWorker } from "./worker";

let client: EngineClient | null = null;
// A space that is being read while another is still open.
let arriving: EngineClient | null = null;
const lookAhead = new LookAhead();

/**
 * Opens a space by its name in a link, in place of the one that is open.
 *
 * @param beyond what becomes of a chosen k that the space does not have
 */
export function openSpace(name: string, beyond: Beyond = "clamp"): void {
  const ref = refOf(name) ?? refOf(DEFAULT_DATA);
  giveUpArriving();
  client?.close();
  clear(name);
  client = start(
    (description, totalBytes) => describe(description, totalBytes, beyond),
    (reading) => scope.setState({ reading }),
    (problem) => {
      client?.close();
      scope.setState({ problem, reading: null, playing: false });
    },
  );
  client.open(ref);
}

/**
 * Opens what a user gave. The space that is open stays until the new one has been read; if it cannot be, it stays for good.
 *
 * @returns when the new one has taken its place
 * @throws ProblemError (as a rejection) when it cannot be read; AbortError when it is cancelled
 */
export function openRef(name: string, ref: SpaceRef, { signal, progress }: Waiting = {}): Promise<void> {
  giveUpArriving();
  return new Promise((resolve, reject) => {
    const stop = () => {
      next.close();
      if (arriving === next) arriving = null;
      reject(new DOMException("It was cancelled.", "AbortError"));
    };
    const next = start(
      (description, totalBytes) => {
        signal?.removeEventListener("abort", stop);
        arriving = null;
        client?.close();
        rememberSpace(name, ref);
        clear(name);
        client = next;
        describe(description, totalBytes, "clamp");
        resolve();
      },
      ({ what, share }) => progress?.(what, share),
      (problem) => {
        next.close();
        if (arriving === next) arriving = null;
        if (client === next) scope.setState({ problem, playing: false });
        else reject(new ProblemError(problem));
      },
    );
    arriving = next;
    gaveUp = stop;
    if (signal?.aborted) stop();
    else {
      signal?.addEventListener("abort", stop, { once: true });
      next.open(ref);
    }
  });
}

let gaveUp: () => void = () => {};

function giveUpArriving(): void {
  if (arriving) gaveUp();
}

// What was known of the space before.
function clear(name: string): void {
  lookAhead.reset();
  const state = scope.getState();
  const before = state.data;
  // The same space opened anew goes back to where it was.
  const ghostWish = name === before ? ghostInLink(state) : null;
  const { manifest, points, progress, std, steps, stepsKnown, frame, ghost, hover, problem, playing } = initialState;
  const { neighbours, settling } = initialState;
  scope.setState({ data: name, manifest, points, progress, std, steps, stepsKnown, frame, ghost, hover, problem });
  scope.setState({ playing, neighbours, settling, ghostWish, skipped: null, reading: null });
  if (name !== before) forgetChoices();
}

function start(
  described: (description: Description, totalBytes: number) => void,
  reading: (reading: { what: Said; share: number | null }) => void,
  failed: (problem: Problem) => void,
): EngineClient {
  return new EngineClient(scopeWorker(), {
    reading,
    described: ({ description, totalBytes }) => described(description as Description, totalBytes),
    opened: ({ build }) => tellBuild(build),
    points: (report) => takePoints(report.points as PointTable | null),
    progress: ({ columns, bytes, std: added }) => {
      const state = scope.getState();
      if (added.length > 0) state.std.set(added, columns - added.length);
      scope.setState({
        progress: { ...state.progress, columns, bytes },
        // A new view of the same values: whoever draws the profile sees that it changed.
        std: added.length > 0 ? state.std.subarray() : state.std,
      });
    },
    frame: ({ frame: next }) => scope.setState({ frame: next }),
    keyframe: ({ keyframe }) => {
      takeGhost(keyframe);
      const { mode, axes } = scope.getState();
      if (keyframe.mode !== mode || keyframe.axes !== axes) return;
      const due = openSizeDue(scope.getState(), keyframes);
      keyframes.put(keyframe);
      // Whoever waits for the true size looks again, and the look ahead goes on.
      if (keyframe.k === due) scope.setState({});
    },
    neighbours: (report) => takeNeighbours(report),
    notice: ({ problem: { what, remedy } }) => scope.setState({ notice: saidOn(what, [remedy]) }),
    failed: ({ problem }) => failed(problem),
  });
}

/**
 * Runs a long computation over the open space, once all of it has arrived; frames of the slider go first.
 *
 * @throws AbortError (as a rejection) when it is cancelled, or another space is opened
 */
export function study<N extends StudyName>(
  name: N,
  question: StudyQuestion<N>,
  options?: StudyOptions,
): Promise<StudyAnswer<N>> {
  return client
    ? client.study(name, question, options)
    : Promise.reject(new DOMException("No space is open.", "AbortError"));
}

/** Opens the same space again, after a problem. */
export function retry(): void {
  openSpace(scope.getState().data);
}

/** Wishes for the exact frame of where the slider is, or of what has arrived of it, whenever one of them changes. */
export function followSlider(): () => void {
  let wished = "";
  return scope.subscribe((state, before) => {
    const { data, k, mode, axes, progress } = state;
    if (mode !== before.mode || axes !== before.axes) lookAhead.reset();
    if (client) lookAhead.follow(client, state);
    const reach = Math.min(k, progress.columns);
    const wish = `${data} ${reach} ${mode} ${axes}`;
    if (wish === wished) return;
    wished = wish;
    if (reach > 0) client?.want(reach, axes, mode);
  });
}

/** Wishes for the neighbours of the focused point at k, and once all dims are there at all of them. */
export function followSelection(): () => void {
  let wished = "";
  return scope.subscribe(({ data, focus, frame, manifest, progress }) => {
    const ks = frame && manifest ? neighbourPrefixes(frame.k, manifest.dims, progress.columns) : [];
    const wish = focus === null || ks.length === 0 ? "" : `${data} ${focus} ${ks}`;
    if (wish === wished) return;
    wished = wish;
    if (wish) client?.wantNeighbours(focus as number, ks, NEIGHBOURS);
  });
}
