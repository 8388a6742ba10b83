import {
  type Axes,
  alignedScores,
  type Control,
  EngineClient,
  type Frame,
  type Keyframe,
  type Mode,
  rungsAround,
} from "../engine";
import { said, saidOn } from "../i18n/said";
import type { Problem } from "../sources";
import { type Beside, besideK, besideKeyframes, CONTROLS } from "./beside";
import type { Description } from "./describing";
import { keyframes } from "./keyframes";
import { type ScopeState, scope } from "./scope";
import { sizeDue } from "./sizing";
import { refOf } from "./spaces";
import { scopeWorker } from "./worker";

/** The second space, with a worker of its own: it follows the slider, and what it answers is turned towards the first. */
export class BesideSession {
  readonly client: EngineClient;
  readonly #control: Control | null;
  readonly #unfollow: () => void;
  #wished = "";
  #ahead = "";
  /** The newest exact frame as it came. */
  #raw: Frame | null = null;

  /** @param name a control of the open space, or a demo space */
  constructor(name: string) {
    const { data, manifest } = scope.getState();
    this.#control = CONTROLS.find((control) => control.name === name)?.name ?? null;
    besideKeyframes.clear();
    const empty = { title: name, rows: 0, dims: 0, progress: { columns: 0, bytes: 0, totalBytes: 0 } };
    scope.setState({ beside: { ...empty, name, frame: null, residual: null, problem: null } });
    this.client = new EngineClient(scopeWorker(), {
      described: ({ description, dims, totalBytes }) => {
        const { title, rows } = (description as Description).manifest;
        if (rows === manifest?.rows)
          this.#change({ title, rows, dims, progress: { columns: 0, bytes: 0, totalBytes } });
        else this.#fail(unlike(title, rows, manifest?.rows ?? 0));
      },
      reading: () => {},
      opened: () => {},
      points: () => {},
      neighbours: () => {},
      progress: ({ columns, bytes }) =>
        this.#change({ progress: { ...(this.#beside?.progress ?? empty.progress), columns, bytes } }),
      frame: ({ frame }) => {
        this.#raw = frame;
        this.#align();
      },
      keyframe: ({ keyframe }) => this.#takeKeyframe(keyframe),
      notice: ({ problem: { what, remedy } }) => scope.setState({ notice: saidOn(what, [remedy]) }),
      failed: ({ problem }) => this.#fail(problem),
    });
    this.client.openBeside(refOf(this.#control ? data : name), this.#control);
    this.#unfollow = scope.subscribe((state, before) => this.#follow(state, before));
  }

  /** Ends the worker and all it holds. */
  close(): void {
    this.#unfollow();
    this.client.close();
    besideKeyframes.clear();
  }

  get #beside(): Beside | null {
    return scope.getState().beside;
  }

  #change(part: Partial<Beside>): void {
    const beside = this.#beside;
    if (beside) scope.setState({ beside: { ...beside, ...part } });
  }

  #fail(problem: Problem): void {
    this.client.close();
    this.#change({ problem, frame: null, residual: null });
  }

  #follow(state: ScopeState, before: ScopeState): void {
    const { k, mode, axes, beside, frame } = state;
    if (!beside || beside.problem) return;
    if (mode !== before.mode || axes !== before.axes) {
      besideKeyframes.clear();
      this.#ahead = "";
    }
    const own = besideK(k, beside);
    const wish = `${own} ${mode} ${axes}`;
    if (own > 0 && wish !== this.#wished) {
      this.#wished = wish;
      this.client.want(own, axes, mode);
    }
    if (frame !== before.frame) this.#align();
    this.#lookAhead(state);
  }

  // The frame is turned towards what is shown of the first space. While the slider moves that may be of another k; then
  // the residual waits for the pair.
  #align(): void {
    const { frame: first, beside } = scope.getState();
    const raw = this.#raw;
    if (!first || !beside || !raw || first.scores.length !== raw.scores.length) return;
    const { scores, residual } = alignedScores(raw.scores, first.scores);
    const isPair = raw.k === besideK(first.k, beside) && raw.mode === first.mode;
    this.#change({ frame: { ...raw, scores }, residual: isPair ? residual : null });
  }

  #takeKeyframe(keyframe: Keyframe): void {
    const { mode, axes, frame } = scope.getState();
    if (keyframe.mode !== mode || keyframe.axes !== axes) return;
    const towards = keyframes.get(keyframe.k) ?? frame;
    if (towards?.scores.length !== keyframe.scores.length) return;
    besideKeyframes.put({ ...keyframe, scores: alignedScores(keyframe.scores, towards.scores).scores });
    this.#lookAhead(scope.getState());
  }

  // Once both stand still: the same keyframes as the first space has, nearest first.
  #lookAhead(state: ScopeState): void {
    const { k, mode, axes, beside, frame, manifest } = state;
    if (beside?.residual === null || !beside || frame?.k !== k) return;
    const { columns } = beside.progress;
    const due = sizeDue(state, { frame: beside.frame, dims: beside.dims, columns }, besideKeyframes);
    if (due !== null) {
      this.#ask([due], axes, mode);
      return;
    }
    const rungs = rungsAround(k, manifest?.dims ?? columns, columns).slice(0, besideKeyframes.capacity(beside.rows));
    this.#ask(rungs, axes, mode);
  }

  #ask(rungs: number[], axes: Axes, mode: Mode): void {
    const asked = `${mode} ${axes} ${rungs.join(" ")}`;
    if (asked === this.#ahead) return;
    const missing = rungs.filter((rung) => !besideKeyframes.has(rung));
    this.#ahead = asked;
    this.client.ahead(missing, axes, mode);
  }
}

function unlike(title: string, rows: number, own: number): Problem {
  const [theirs, ours] = [rows, own].map((count) => count.toLocaleString("en"));
  return {
    what: said(
      "{title} has {theirs} points, and the open space has {ours}: there is nothing to hold them against each other by.",
      { title, theirs, ours },
    ),
    remedy: said("Compare with a space over the same points, or with a control of this one."),
  };
}
