import type { Said, Words } from "../i18n/said";
import type { Control } from "./controls";
import type { Axes, Frame, Mode } from "./frame";
import type { Build } from "./protocol";
import type { StudyName } from "./studies";

// What the page and the worker that computes say to each other. `space`, `description` and `points` are the sources'
// own; the engine hands them on unread.

/** A problem in words for a person, said in a worker that knows no language. */
export interface Trouble {
  what: Said;
  where?: Words | undefined;
  remedy: Said;
}

/** What is kept of a frame that others are shown between: the same scores as in the exact frame of that k. */
export type Keyframe = Pick<Frame, "k" | "axes" | "mode" | "scores" | "rms">;

export type Command =
  /** With `beside`: without its points, and if it says so in place of the space a control made of it. */
  | { type: "open"; space: unknown; beside?: { control: Control | null } }
  | { type: "frame"; k: number; axes: Axes; mode: Mode }
  /** Keyframes to compute while nothing is wished for, in this order, in place of those named before. */
  | { type: "ahead"; ks: number[]; axes: Axes; mode: Mode }
  /** The nearest points of one at each of some prefixes, rising, by cosine. */
  | { type: "neighbours"; row: number; ks: number[]; count: number }
  /** A long computation over the whole space; its answer is typed by the name. */
  | { type: "study"; id: number; name: StudyName; question: unknown }
  | { type: "stop-study"; id: number }
  /** Answered by `alive`: a worker that died in silence does not. */
  | { type: "ping" };

export type Report =
  /** What is done before the space can be described, in words, and what share of it; null where nobody knows. */
  | { type: "reading"; what: Said; share: number | null }
  /** Of a control the dims may be fewer than those of the space that is described. */
  | { type: "described"; description: unknown; dims: number; totalBytes: number }
  /** The shards are there, and run this build of the kernels. */
  | { type: "opened"; build: Build }
  | { type: "points"; points: unknown }
  /** Bytes that have arrived; columns that a frame can be asked for; std of those that are new. */
  | { type: "progress"; bytes: number; columns: number; std: Float32Array }
  | { type: "frame"; frame: Frame }
  /** One of the keyframes that were to be computed ahead. */
  | { type: "keyframe"; keyframe: Keyframe }
  /** ks × count rows, nearest first, and their cosines; −1 where there are fewer. */
  | { type: "neighbours"; row: number; ks: number[]; count: number; rows: Int32Array; cosines: Float32Array }
  /** What share of a study is done; what it found; or why it found nothing. */
  | { type: "studying"; id: number; share: number }
  | { type: "studied"; id: number; answer: unknown }
  | { type: "study-failed"; id: number; problem: Trouble }
  /** A part is missing; the rest goes on. */
  | { type: "notice"; problem: Trouble }
  | { type: "failed"; problem: Trouble }
  | { type: "alive" };
