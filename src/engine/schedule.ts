import { breathe } from "./breathe";
import type { FrameWish } from "./coordinator";
import type { Axes, Frame, Mode } from "./frame";

/** Keyframes that are to be computed while nothing is wished for, in this order. */
export interface Ahead {
  ks: number[];
  axes: Axes;
  mode: Mode;
}

/** Who computes, and who is told. */
export interface ScheduleEnds {
  compute: (wish: FrameWish, signal?: AbortSignal) => Promise<Frame>;
  frame: (frame: Frame) => void;
  keyframe: (frame: Frame) => void;
  failed: (error: unknown) => void;
}

/** Idle work waits this long after the last wish: between two frames of a drag it would only be in the way. */
export const REST_MS = 120;
/** Other work leaves the cores alone this long after a frame, so that it can be drawn and the next one wished for. */
export const DRAWING_MS = 40;
/** But while the slider moves on and on, it goes between two frames when it has waited this long. */
export const PATIENCE_MS = 80;

/** Work that lets frames go first. */
interface Waiting {
  begin: () => void;
  patience: ReturnType<typeof setTimeout> | undefined;
}

/**
 * What the engine computes when. A wish for an exact frame comes before everything: idle work is broken off at its next
 * product, and begun again once there has been rest.
 */
export class Schedule {
  readonly #ends: ScheduleEnds;
  #wishes = 0;
  #ahead: Ahead = { ks: [], axes: "aligned", mode: "raw" };
  #idle: { k: number | null; abort: AbortController } | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #drawing: ReturnType<typeof setTimeout> | undefined;
  #waiting: Waiting[] = [];

  constructor(ends: ScheduleEnds) {
    this.#ends = ends;
  }

  /** The exact frame that someone waits for, now. */
  async wish(wish: FrameWish): Promise<void> {
    this.#wishes++;
    this.#breakOff();
    clearTimeout(this.#drawing);
    this.#drawing = undefined;
    try {
      this.#ends.frame(await this.#ends.compute(wish));
    } catch (error) {
      this.#ends.failed(error);
    } finally {
      this.#wishes--;
      this.#rest();
      if (this.#wishes === 0) this.#draw();
    }
  }

  /** Resolves when nobody waits for a frame, and the last one has had time to be drawn or patience is at an end. */
  calm(): Promise<void> {
    if (this.#wishes === 0 && this.#drawing === undefined) return Promise.resolve();
    return new Promise((begin) => {
      const waiting: Waiting = { begin, patience: undefined };
      waiting.patience = setTimeout(() => {
        waiting.patience = undefined;
        this.#letIn();
      }, PATIENCE_MS);
      this.#waiting.push(waiting);
    });
  }

  #draw(): void {
    this.#drawing = setTimeout(() => {
      this.#drawing = undefined;
      this.#letIn();
    }, DRAWING_MS);
    this.#letIn();
  }

  #letIn(): void {
    if (this.#wishes > 0) return;
    const isDrawn = this.#drawing === undefined;
    this.#waiting = this.#waiting.filter(({ begin, patience }) => {
      if (!isDrawn && patience !== undefined) return true;
      clearTimeout(patience);
      begin();
      return false;
    });
  }

  /** Takes the place of what was to be computed ahead; what is at work and still on the list goes on. */
  ahead(ahead: Ahead): void {
    const { axes, mode } = this.#ahead;
    const same = ahead.axes === axes && ahead.mode === mode;
    this.#ahead = { ...ahead, ks: [...ahead.ks] };
    const k = this.#idle?.k;
    if (k != null && !(same && ahead.ks.includes(k))) this.#breakOff();
    this.#rest();
  }

  #breakOff(): void {
    clearTimeout(this.#timer);
    this.#idle?.abort.abort();
    this.#idle = null;
  }

  #rest(): void {
    clearTimeout(this.#timer);
    if (this.#wishes > 0 || this.#idle || this.#ahead.ks.length === 0) return;
    this.#timer = setTimeout(() => this.#work(), REST_MS);
  }

  async #work(): Promise<void> {
    const idle = { k: null as number | null, abort: new AbortController() };
    const { signal } = idle.abort;
    this.#idle = idle;
    try {
      while (this.#ahead.ks.length > 0) {
        const { ks, axes, mode } = this.#ahead;
        idle.k = ks[0];
        const frame = await this.#ends.compute({ k: idle.k, axes, mode }, signal);
        signal.throwIfAborted();
        // The list may be another by now, and name it elsewhere.
        this.#ahead.ks = this.#ahead.ks.filter((k) => k !== frame.k);
        this.#ends.keyframe(frame);
        idle.k = null;
        await breathe();
        signal.throwIfAborted();
      }
    } catch (error) {
      if (!signal.aborted) {
        this.#ahead.ks = [];
        this.#ends.failed(error);
      }
    } finally {
      if (this.#idle === idle) this.#idle = null;
      this.#rest();
    }
  }
}
