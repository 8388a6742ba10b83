import { said } from "../../i18n/said";
import { SourceError } from "../problem";
import type { SkippedRow } from "../table";
import type { Problem } from "../types";
import { type EmbeddedBatch, requestEmbeddings, Unwilling } from "./embedding-request";
import { type Endpoint, embeddingsAddress } from "./endpoint";
import { gate } from "./gate";
import { type Pause, withRetries } from "./retry";
import { intoBatches } from "./tokens";

/** Texts that were embedded, all or as far as it went. */
export interface Embedded {
  /** Which texts have a vector, rising. */
  rows: number[];
  /** Of each of them: rows × dims, row after row. */
  vectors: Float32Array<ArrayBuffer>;
  dims: number;
  /** Texts that the endpoint would not take, and why. */
  skipped: SkippedRow[];
  /** As the endpoint counted; null where it does not. */
  tokens: number | null;
  /** What stopped it before the end; null where it came to the end. */
  stopped: Problem | null;
}

export interface EmbedOptions {
  /** Stops it; what is there by then is given. */
  signal?: AbortSignal | undefined;
  /** Is told how many texts are done, of how many. */
  progress?: ((done: number, total: number) => void) | undefined;
  /** What an earlier run gave: it goes on from there. */
  from?: Embedded | undefined;
  /** Requests that are under way at a time. */
  atOnce?: number | undefined;
  wait?: Pause | undefined;
}

const EMPTY: Embedded = { rows: [], vectors: new Float32Array(), dims: 0, skipped: [], tokens: null, stopped: null };
// Texts that are refused before one is taken: then it is not the texts.
const MOST_REFUSED = 3;

/**
 * Embeds texts through an OpenAI-compatible endpoint: in requests of some texts, a few at a time; busy endpoints are
 * asked again, as late as they say; a text that the endpoint refuses is found and left out.
 *
 * @throws SourceError when nothing could be embedded; what stopped it later is told in what is given
 */
export async function embedTexts(
  texts: readonly string[],
  endpoint: Endpoint,
  options: EmbedOptions = {},
): Promise<Embedded> {
  const { signal, progress, from = EMPTY, atOnce = 4 } = options;
  signal?.throwIfAborted();
  const url = embeddingsAddress(endpoint.base);
  const run = new Run(texts, url, endpoint, from, options);
  const known = new Set([...from.rows, ...from.skipped.map(({ row }) => row)]);
  const open = texts.flatMap((text, row) => (known.has(row) || run.skipEmpty(row, text) ? [] : [row]));
  progress?.(texts.length - open.length, texts.length);
  const enter = gate(atOnce);
  const stop = new AbortController();
  const either = signal ? AbortSignal.any([signal, stop.signal]) : stop.signal;
  let stopped: unknown = null;
  await Promise.all(
    intoBatches(texts, open).map((batch) =>
      enter(async () => {
        if (!stopped && !either.aborted) await run.embed(batch, either);
      }).catch((error: unknown) => {
        stopped ??= error;
        // What else is under way would only run into the same.
        stop.abort(error);
      }),
    ),
  );
  const result = run.result();
  if (signal?.aborted) {
    if (result.rows.length === 0) throw signal.reason;
    return {
      ...result,
      stopped: { what: said("Embedding was stopped."), remedy: said("Go on, or open what is there.") },
    };
  }
  if (stopped && !(stopped instanceof SourceError)) throw stopped;
  if (result.rows.length === 0) throw stopped ?? nothing(url, result.skipped);
  return { ...result, stopped: stopped ? (stopped as SourceError).problem : null };
}

/** One run: what has come of it so far. */
class Run {
  readonly #texts: readonly string[];
  readonly #url: string;
  readonly #endpoint: Endpoint;
  readonly #options: EmbedOptions;
  readonly #vectors = new Map<number, Float32Array<ArrayBuffer>>();
  readonly #skipped: SkippedRow[];
  #dims: number;
  #tokens: number | null;
  #refused = 0;
  /** Whether numbers may come in base64; until the endpoint says no. */
  #packed = true;

  constructor(texts: readonly string[], url: string, endpoint: Endpoint, from: Embedded, options: EmbedOptions) {
    this.#texts = texts;
    this.#url = url;
    this.#endpoint = endpoint;
    this.#options = options;
    this.#dims = from.dims;
    this.#tokens = from.tokens;
    this.#skipped = [...from.skipped];
    for (const [index, row] of from.rows.entries()) {
      this.#vectors.set(row, from.vectors.slice(index * from.dims, (index + 1) * from.dims));
    }
  }

  skipEmpty(row: number, text: string): boolean {
    const empty = text.trim() === "";
    if (empty) this.#skipped.push({ row, why: said("is empty") });
    return empty;
  }

  async embed(rows: number[], signal: AbortSignal): Promise<void> {
    const input = rows.map((row) => this.#texts[row]);
    const { wait } = this.#options;
    const packed = this.#packed;
    let batch: EmbeddedBatch;
    try {
      batch = await withRetries(() => requestEmbeddings(this.#url, this.#endpoint, input, packed, signal), {
        signal,
        wait,
      });
    } catch (error) {
      if (!(error instanceof Unwilling)) throw error;
      if (packed && error.field === "encoding_format") {
        this.#packed = false;
        return this.embed(rows, signal);
      }
      return this.#narrow(rows, error, signal);
    }
    this.#take(rows, batch);
  }

  /** One text of a request can be the cause that all are refused: halves of it tell which. */
  async #narrow(rows: number[], error: Unwilling, signal: AbortSignal): Promise<void> {
    if (error.field === "dimensions") throw error;
    if (rows.length > 1) {
      const half = rows.length >> 1;
      await this.embed(rows.slice(0, half), signal);
      await this.embed(rows.slice(half), signal);
      return;
    }
    this.#refused++;
    if (this.#vectors.size === 0 && this.#refused >= Math.min(MOST_REFUSED, this.#texts.length)) throw error;
    this.#skipped.push({
      row: rows[0],
      why: said("was refused by the endpoint: “{words}”", { words: error.words }),
    });
    this.#told();
  }

  #take(rows: number[], { vectors, dims, tokens }: EmbeddedBatch): void {
    if (this.#dims === 0) this.#dims = dims;
    if (dims !== this.#dims) {
      throw new SourceError({
        what: said("The endpoint gave vectors of {before} dims before and of {dims} now.", {
          before: this.#dims,
          dims,
        }),
        where: this.#url,
        remedy: said("Start again with one model."),
      });
    }
    for (const [index, row] of rows.entries()) this.#vectors.set(row, vectors.slice(index * dims, (index + 1) * dims));
    if (tokens !== null) this.#tokens = (this.#tokens ?? 0) + tokens;
    this.#told();
  }

  #told(): void {
    this.#options.progress?.(this.#vectors.size + this.#skipped.length, this.#texts.length);
  }

  result(): Omit<Embedded, "stopped"> {
    const rows = [...this.#vectors.keys()].sort((a, b) => a - b);
    const vectors = new Float32Array(rows.length * this.#dims);
    for (const [index, row] of rows.entries()) vectors.set(this.#vectors.get(row) as Float32Array, index * this.#dims);
    const skipped = this.#skipped.sort((a, b) => a.row - b.row);
    return { rows, vectors, dims: this.#dims, skipped, tokens: this.#tokens };
  }
}

function nothing(where: string, skipped: SkippedRow[]): SourceError {
  const [first] = skipped;
  return new SourceError({
    what: first
      ? said("Nothing was embedded: the text of line {row} {why}.", { row: first.row + 1, why: first.why })
      : said("There are no texts to embed."),
    where,
    remedy: said("Give a list of texts, one a line."),
  });
}
