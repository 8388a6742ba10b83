import { said, type Words } from "../i18n/said";
import type { Control } from "./controls";
import type { Axes, Mode } from "./frame";
import type { Command, Report, Trouble } from "./messages";
import { Newest } from "./newest";
import { PendingStudies, type StudyOptions } from "./pending-studies";
import type { StudyAnswer, StudyName, StudyQuestion } from "./studies";

/** What the page does with the reports of the worker. */
export type ReportHandlers = {
  [R in Exclude<Report, { id: number } | { type: "alive" }> as R["type"]]: (report: R) => void;
};

const BEAT_MS = 5_000;
const MISSED_BEATS = 4;

/**
 * The page's end of the engine. It asks for one frame at a time, and of the wishes that come meanwhile only the newest
 * is kept: dragging never queues up work.
 */
export class EngineClient {
  readonly #worker: Worker;
  readonly #handlers: ReportHandlers;
  readonly #beat: ReturnType<typeof setInterval>;
  readonly #frames = new Newest<{ k: number; axes: Axes; mode: Mode }>((wish) =>
    this.#send({ type: "frame", ...wish }),
  );
  readonly #neighbours = new Newest<{ row: number; ks: number[]; count: number }>((wish) =>
    this.#send({ type: "neighbours", ...wish }),
  );
  readonly #studies = new PendingStudies((command) => this.#send(command));
  #unanswered = 0;
  #closed = false;

  /** @param worker a worker that runs `serve` */
  constructor(worker: Worker, handlers: ReportHandlers) {
    this.#worker = worker;
    this.#handlers = handlers;
    worker.onmessage = ({ data }: MessageEvent<Report>) => this.#receive(data);
    worker.onerror = (event) => {
      event.preventDefault();
      this.#stopped(event.message || said("it could not be started"));
    };
    this.#beat = setInterval(() => {
      if (this.#unanswered >= MISSED_BEATS) this.#stopped(said("it does not answer"));
      else this.#send({ type: "ping" });
      this.#unanswered++;
    }, BEAT_MS);
  }

  /** Opens a space: what its worker's `open` takes. */
  open(space: unknown): void {
    this.#send({ type: "open", space });
  }

  /** Opens it, without what is known of its points, to be held against another; or a control made of it. */
  openBeside(space: unknown, control: Control | null): void {
    this.#send({ type: "open", space, beside: { control } });
  }

  /** Wishes for the frame of k dims; a newer wish supersedes it. */
  want(k: number, axes: Axes, mode: Mode): void {
    this.#frames.wish({ k, axes, mode });
  }

  /** Wishes for the nearest points of one at some prefixes, rising; a newer wish supersedes it. */
  wantNeighbours(row: number, ks: number[], count: number): void {
    this.#neighbours.wish({ row, ks, count });
  }

  /** Has keyframes computed while nothing is wished for, in this order; a newer list takes the place of this one. */
  ahead(ks: number[], axes: Axes, mode: Mode): void {
    this.#send({ type: "ahead", ks, axes, mode });
  }

  /**
   * A long computation over the whole space, begun once all of it has arrived.
   *
   * @throws AbortError (as a rejection) when it is cancelled or the space is closed
   */
  study<N extends StudyName>(name: N, question: StudyQuestion<N>, options?: StudyOptions): Promise<StudyAnswer<N>> {
    return this.#studies.ask(name, question, options);
  }

  /** Ends the worker and all it holds. */
  close(): void {
    this.#closed = true;
    clearInterval(this.#beat);
    this.#worker.terminate();
    this.#studies.close();
  }

  #send(command: Command): void {
    if (!this.#closed) this.#worker.postMessage(command);
  }

  #receive(report: Report): void {
    if (this.#closed) return;
    this.#unanswered = 0;
    switch (report.type) {
      case "alive":
        break;
      case "reading":
        this.#handlers.reading(report);
        break;
      case "described":
        this.#handlers.described(report);
        break;
      case "opened":
        this.#handlers.opened(report);
        break;
      case "points":
        this.#handlers.points(report);
        break;
      case "progress":
        this.#handlers.progress(report);
        break;
      case "keyframe":
        this.#handlers.keyframe(report);
        break;
      case "notice":
        this.#handlers.notice(report);
        break;
      case "failed":
        this.#handlers.failed(report);
        break;
      case "studying":
      case "studied":
      case "study-failed":
        this.#studies.receive(report);
        break;
      case "neighbours":
        this.#neighbours.answered();
        this.#handlers.neighbours(report);
        break;
      case "frame":
        this.#frames.answered();
        this.#handlers.frame(report);
    }
  }

  #stopped(why: Words): void {
    if (this.#closed) return;
    this.close();
    const problem: Trouble = {
      what: said("The worker that computes the picture stopped: {why}.", { why }),
      remedy: said("Try again; the page opens the space anew and goes back to where you were."),
    };
    this.#handlers.failed({ type: "failed", problem });
  }
}
