import { said } from "../../i18n/said";
import type { Input, Problem } from "../../sources";
import type { Embedded } from "../../sources/network/embed";
import { ProblemError, type Waiting } from "./waiting";

/** Texts to embed, and by whom. */
export interface EmbedRequest {
  /** The endpoint: `https://api.openai.com/v1`, `http://localhost:11434/v1`. */
  base: string;
  model: string;
  /** Empty for a server that wants none. It goes to the endpoint and is kept nowhere. */
  key: string;
  texts: string[];
  /** How many dims to ask for, of a model that can be cut; all where it is not said. */
  dims?: number | undefined;
}

/** What has been embedded, all of it or as far as it went. */
export interface EmbeddedSoFar {
  request: EmbedRequest;
  input: Extract<Input, { kind: "embedded" }>;
  /** How many texts have a vector. */
  done: number;
  /** What stopped it before the end; null where it came to the end. */
  stopped: Problem | null;
  /** For going on from there. */
  result: Embedded;
}

/**
 * Has texts embedded by an endpoint. What was paid for is not lost: stopped half-way, by the endpoint or by `signal`, it
 * gives what is there by then. It runs on the page, which waits for the endpoint more than it does anything.
 *
 * @param before where an earlier run of the same request left off
 * @throws ProblemError when nothing could be embedded; AbortError when it is cancelled before anything was
 */
export async function embedTexts(
  request: EmbedRequest,
  { signal, progress }: Waiting = {},
  before: EmbeddedSoFar | null = null,
): Promise<EmbeddedSoFar> {
  const { base, model, key, texts, dims } = request;
  // None of it belongs to the first frame.
  const [{ embedTexts: embed }, { embeddedInput }, { SourceError }] = await Promise.all([
    import("../../sources/network/embed"),
    import("../../sources/network/embedded-input"),
    import("../../sources/problem"),
  ]);
  try {
    const result = await embed(
      texts,
      { base, model, key, dimensions: dims ?? null },
      {
        signal,
        from: before?.result,
        progress: (done, total) =>
          progress?.(said("Embedding {done, number} of {total, number} texts", { done, total }), done / total),
      },
    );
    const input = embeddedInput(texts, result, model, model) as EmbeddedSoFar["input"];
    return { request, input, done: result.rows.length, stopped: result.stopped, result };
  } catch (error) {
    throw error instanceof SourceError ? new ProblemError(error.problem) : error;
  }
}
