import { type Said, said } from "../i18n/said";
import type { ColumnType } from "../numeric";
import { breathe } from "./breathe";
import { Coordinator } from "./coordinator";
import { fill } from "./fill";
import type { Frame } from "./frame";
import type { Command, Report, Trouble } from "./messages";
import type { ColumnBlock } from "./protocol";
import { Schedule } from "./schedule";
import { shardCount } from "./shard-count";
import { StudyDesk } from "./studies/desk";
import { workerShard } from "./worker-shard";

/** What the service needs to be told of a space: its shape, and its columns as they arrive. */
export interface OpenSpace {
  rows: number;
  dims: number;
  type: ColumnType;
  totalBytes: number;
  /** Handed to the page unread. */
  description: unknown;
  blocks(onBytes: (bytes: number) => void): AsyncGenerator<ColumnBlock>;
  /** What is known of the points, handed to the page unread. */
  points(): Promise<unknown>;
}

/** The part of a worker's global scope that the service uses. */
export interface WorkerScope {
  onmessage: ((event: MessageEvent<Command>) => void) | null;
  postMessage(report: Report, transfer: Transferable[]): void;
}

/** Who is told of a space that is being opened. */
export interface Told {
  /** What is done before it can be described, and what share of it. */
  reading(what: Said, share: number | null): void;
  /** What of it went wrong; the rest goes on. */
  notice(problem: Trouble): void;
}

const PROGRESS_INTERVAL_MS = 100;

/**
 * Serves one space to the page: reads it with `open`, answers a `frame` command with the exact frame, and computes
 * keyframes ahead while nothing is wished for.
 *
 * @param scope the worker's `self`
 * @param open reads a space; an error of its that carries a `problem` is shown in those words
 */
export function serve(
  scope: WorkerScope,
  open: (space: unknown, signal: AbortSignal, told: Told) => Promise<OpenSpace>,
): void {
  const say = (report: Report, transfer: Transferable[] = []) => scope.postMessage(report, transfer);
  const fail = (error: unknown) => say({ type: "failed", problem: troubleOf(error) });
  // Without its texts a space can still be looked at: this is a notice, not an end.
  const note = (problem: Trouble) => say({ type: "notice", problem });
  let schedule: Schedule | null = null;
  let opened: Coordinator | null = null;
  let filled: (coordinator: Coordinator) => void = () => {};
  const desk = new StudyDesk({
    filled: new Promise((resolve) => {
      filled = resolve;
    }),
    calm: async () => schedule?.calm(),
    say,
    troubleOf,
  });

  async function load({ space: asked, beside }: Extract<Command, { type: "open" }>): Promise<void> {
    const abort = new AbortController();
    const source = await open(asked, abort.signal, {
      reading: (what, share) => say({ type: "reading", what, share }),
      notice: note,
    });
    // Only who compares needs the controls.
    const space = beside?.control ? (await import("./controls")).controlOf(source, beside.control) : source;
    say({ type: "described", description: space.description, dims: space.dims, totalBytes: space.totalBytes });
    const shards = shardCount(space.rows, navigator.hardwareConcurrency);
    const coordinator = await Coordinator.open(
      workerShard,
      { ...space, shards },
      {
        replay: () => space.blocks(() => {}),
        restarted: (why) =>
          note({ what: why, remedy: said("It was started again and its rows read anew; nothing is lost.") }),
      },
    );
    opened = coordinator;
    say({ type: "opened", build: coordinator.build });
    schedule = new Schedule({
      compute: (wish, signal) => coordinator.frame(wish, signal),
      frame: (frame) => say({ type: "frame", frame }, [frame.scores.buffer, frame.components.buffer]),
      keyframe: ({ k, axes, mode, scores, rms }: Frame) =>
        say({ type: "keyframe", keyframe: { k, axes, mode, scores, rms } }, [scores.buffer]),
      failed: fail,
    });
    let columns = 0;
    let bytes = 0;
    let told = 0;
    let points: Promise<void> | null = null;
    const report = (std: Float32Array) => {
      told = performance.now();
      say({ type: "progress", bytes, columns, std });
    };
    try {
      const blocks = space.blocks((count) => {
        bytes = count;
        if (performance.now() - told > PROGRESS_INTERVAL_MS) report(new Float32Array(0));
      });
      await fill(coordinator, blocks, () => {
        const std = coordinator.std(columns, coordinator.columns);
        columns = coordinator.columns;
        report(std);
        // The first columns go before the texts: the cloud shows first, its colours a moment later.
        if (!beside)
          points ??= space.points().then(
            (table) => say({ type: "points", points: table }),
            (error) => note(troubleOf(error)),
          );
        // Frames that were asked for meanwhile are answered between two blocks.
        return breathe();
      });
      filled(coordinator);
      await points;
    } catch (error) {
      abort.abort();
      throw error;
    }
  }

  async function findNeighbours({ row, ks, count }: { row: number; ks: number[]; count: number }): Promise<void> {
    if (!opened) return;
    const { ids, cosines } = await opened.neighbours(Int32Array.of(row), ks, count);
    say({ type: "neighbours", row, ks, count, rows: ids, cosines }, [ids.buffer, cosines.buffer]);
  }

  scope.onmessage = ({ data }) => {
    if (data.type === "ping") say({ type: "alive" });
    else if (data.type === "open") load(data).catch(fail);
    else if (data.type === "ahead") schedule?.ahead(data);
    else if (data.type === "study") void desk.begin(data);
    else if (data.type === "stop-study") desk.stop(data.id);
    else if (data.type === "neighbours") findNeighbours(data).catch(fail);
    else schedule?.wish(data);
  };
}

function troubleOf(error: unknown): Trouble {
  if (error instanceof Error && "problem" in error) return error.problem as Trouble;
  if (error instanceof RangeError && error.message.includes("not a finite number")) {
    return {
      what: said("A dimension holds a value that is not a finite number."),
      where: error.message,
      remedy: said("Mend or leave out the rows that hold it, and open the file again."),
    };
  }
  if (error instanceof RangeError) {
    return {
      what: said("The space does not fit in the memory of this browser."),
      where: error.message,
      remedy: said("Close other tabs and try again, or open a space of fewer points."),
    };
  }
  return {
    what: said("The computation stopped on an error of its own."),
    where: error instanceof Error ? error.message : String(error),
    remedy: said("Try again; if it happens again, please report it with these words."),
  };
}
