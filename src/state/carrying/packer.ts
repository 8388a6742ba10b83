import type { Manifest, ValueType } from "../../sources";
import { blockEnds } from "../../sources/carried";
import { scope } from "../scope";
import { study } from "../session";
import { HELD } from "./holds";
import type { Choice, PackAsk, PackQuestions, PackReport } from "./pack.worker";

/** What of the open space a page shall carry. */
export interface CarryPlan {
  title: string;
  /** Which rows, rising; null for all. */
  rows: Int32Array | null;
  /** How many leading dims. */
  dims: number;
  /** As wide as the space's own, or narrower. */
  dtype: ValueType;
}

// Columns that are tried: enough for the size to be told to about one in a hundred.
const SAMPLES = 16;

/**
 * Packs the open space into text that a page can carry, on a thread of its own. Its values are asked back from the
 * engine, in the precision they have.
 */
export class Packer {
  readonly #worker = new Worker(new URL("./pack.worker.ts", import.meta.url), { type: "module" });
  readonly #manifest: Manifest;
  readonly #signal: AbortSignal;
  readonly #sampled: Promise<void>;
  readonly #waiting: { resolve: (answer: never) => void; reject: (error: Error) => void }[] = [];

  /** @param signal ends all of it */
  constructor(manifest: Manifest, signal: AbortSignal) {
    this.#manifest = manifest;
    this.#signal = signal;
    this.#worker.onmessage = ({ data }: MessageEvent<PackReport>) => {
      const asked = this.#waiting.shift();
      if ("answer" in data) asked?.resolve(data.answer as never);
      else asked?.reject(new Error(data.error));
    };
    this.#worker.onerror = (event) => {
      event.preventDefault();
      for (const { reject } of this.#waiting.splice(0)) reject(new Error(event.message || "its worker stopped"));
    };
    signal.addEventListener("abort", () => {
      this.#worker.terminate();
      for (const { reject } of this.#waiting.splice(0)) reject(signal.reason);
    });
    this.#sampled = this.#sample();
    this.#sampled.catch(() => {});
  }

  /** About how many bytes what a plan names would take as text: its values, and what is known of its points. */
  async measure(plan: CarryPlan): Promise<{ perValue: number; points: number }> {
    await this.#sampled;
    return this.#ask("measure", this.#choice(plan));
  }

  /**
   * The text of what a plan names.
   *
   * @param progress told what share of it is done, 0 … 1
   */
  async pack(plan: CarryPlan, progress: (share: number) => void): Promise<{ space: Blob; points: Blob | null }> {
    await this.#sampled;
    await this.#ask("begin", { ...this.#choice(plan), manifest: carriedManifest(this.#manifest, plan) });
    let from = 0;
    let before: Promise<unknown> = Promise.resolve();
    for (const to of blockEnds(plan.dims)) {
      const block = await study("columns", { from, to }, { signal: this.#signal });
      // One block is packed while the next is asked for, and no more of them wait.
      await before;
      before = this.#ask("block", { block }, [block.values.buffer]);
      from = to;
      progress(to / plan.dims);
    }
    await before;
    return this.#ask("end", null);
  }

  async #sample(): Promise<void> {
    await this.#ask("points", { points: scope.getState().points });
    const { dims } = this.#manifest;
    const count = Math.min(SAMPLES, dims);
    for (let i = 0; i < count; i++) {
      const from = Math.floor((i * dims) / count);
      const block = await study("columns", { from, to: from + 1 }, { signal: this.#signal });
      await this.#ask("sample", { block }, [block.values.buffer]);
    }
  }

  #choice({ rows, dtype }: CarryPlan): Choice {
    return { rows, dtype, count: this.#manifest.rows };
  }

  #ask<A extends PackAsk>(
    ask: A,
    question: PackQuestions[A]["question"],
    transfer: Transferable[] = [],
  ): Promise<PackQuestions[A]["answer"]> {
    if (this.#signal.aborted) return Promise.reject(this.#signal.reason);
    return new Promise((resolve, reject) => {
      this.#waiting.push({ resolve, reject });
      this.#worker.postMessage({ ask, question }, transfer);
    });
  }
}

/** What the page says of the space it carries. */
export function carriedManifest(manifest: Manifest, { title, rows, dims, dtype }: CarryPlan): Manifest {
  const { source, ofRows, stops } = manifest;
  return {
    ...manifest,
    name: HELD,
    title,
    source: withoutQuery(source),
    rows: rows?.length ?? manifest.rows,
    ofRows: ofRows ?? (rows ? manifest.rows : undefined),
    // Frames of a whole need its moments, which would take more room than the rows.
    wholeRows: undefined,
    dims,
    dtype,
    files: { vectors: "vectors.npy" },
    stops: stops.filter((stop) => stop <= dims),
  };
}

// What stands behind "?" in an address may be a key that opens it.
function withoutQuery(source: string): string {
  return /^https?:/.test(source) ? source.replace(/[?#].*$/s, "") : source;
}
