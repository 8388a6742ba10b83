import * as v from "valibot";
import { type Said, said, type Words } from "../../i18n/said";
import { SourceError } from "../problem";
import { corsRemedy, type Endpoint, silenceRemedy } from "./endpoint";
import { ask } from "./exchange";
import { whyNoAnswer } from "./no-answer";
import { retryAfter, TryAgain } from "./retry";

/** What one request gave: count × dims, text after text. */
export interface EmbeddedBatch {
  vectors: Float32Array<ArrayBuffer>;
  dims: number;
  /** As the endpoint counts them; null where it does not. */
  tokens: number | null;
}

/** The endpoint would not embed these texts, and says why: one of them alone may be the cause. */
export class Unwilling extends SourceError {
  /** What it says, and what to write of a text that was left out for it. */
  readonly words: Words;
  /** Which field of the request it does not want, where it names one. */
  readonly field: "encoding_format" | "dimensions" | null;

  constructor(url: string, status: number, words: string) {
    super({
      what: said("The endpoint did not embed the texts (it answered {status}){words}.", {
        status,
        words: quoted(words),
      }),
      where: url,
      remedy: said("Change what it names and start again."),
    });
    this.words = words.replace(/\.$/, "") || said("the endpoint answered {status}", { status });
    this.field = words.includes("encoding_format")
      ? "encoding_format"
      : words.includes("dimensions")
        ? "dimensions"
        : null;
  }
}

const answerSchema = v.object({
  data: v.array(v.object({ index: v.optional(v.number()), embedding: v.union([v.string(), v.array(v.number())]) })),
  usage: v.nullish(v.object({ total_tokens: v.nullish(v.number()), prompt_tokens: v.nullish(v.number()) })),
});

/**
 * Sends one request, `POST /embeddings`, as OpenAI, Ollama, LM Studio and vLLM take it.
 *
 * @param packed whether numbers may come in base64, a third of the bytes; an endpoint is free to send lists all the same
 * @throws TryAgain where the endpoint is busy or did not answer; Unwilling where it does not want these texts
 * @throws SourceError for all else
 */
export async function requestEmbeddings(
  url: string,
  { model, key, dimensions }: Endpoint,
  input: readonly string[],
  packed: boolean,
  signal?: AbortSignal,
): Promise<EmbeddedBatch> {
  const body = {
    model,
    input,
    ...(dimensions === null ? {} : { dimensions }),
    ...(packed ? { encoding_format: "base64" } : {}),
  };
  const init: RequestInit = {
    method: "POST",
    headers: { "content-type": "application/json", ...(key ? { authorization: `Bearer ${key}` } : {}) },
    body: JSON.stringify(body),
    ...(signal ? { signal } : {}),
  };
  const remedies = { refused: corsRemedy(url), silent: silenceRemedy(url) };
  const response = await ask(url, init, (error) =>
    whyNoAnswer(
      url,
      { begins: said("The answer of the endpoint"), within: said("the answer of the endpoint") },
      error,
      remedies,
      signal,
    ),
  );
  const text = await response.text().catch(() => {
    signal?.throwIfAborted();
    throw new TryAgain({
      what: said("The line broke off in the middle of an answer of the endpoint."),
      where: url,
      remedy: said("Check the connection and go on."),
    });
  });
  if (!response.ok) throw refusal(url, response, without(wordsOf(text), key), model);
  return unpack(url, text, input.length);
}

function refusal(url: string, { status, headers }: Response, words: string, model: string): Error {
  const says = quoted(words);
  if (status === 429 && /insufficient_quota|exceeded your current quota/i.test(words)) {
    return told(
      said("The account of this key has no quota left{says}.", { says }),
      url,
      said("Check its plan and billing, then go on."),
    );
  }
  if (status === 429 || status === 408 || status >= 500) {
    const what =
      status === 429
        ? said("The endpoint is asked too often (it answered {status}){says}.", { status, says })
        : said("The endpoint is failing (it answered {status}){says}.", { status, says });
    return new TryAgain({ what, where: url, remedy: said("Go on in a while.") }, { after: retryAfter(headers) });
  }
  if (status === 401 || status === 403) {
    return told(
      said("The endpoint refused the key (it answered {status}){says}.", { status, says }),
      url,
      said("Check the key and its rights."),
    );
  }
  if (status === 404 || status === 405) {
    const remedy = said(
      "Check the model's name (with Ollama, ollama pull it first) and the address, which usually ends with /v1.",
    );
    return told(
      said(
        "The endpoint has no model “{model}”, or the address is not that of its embeddings (it answered {status}){says}.",
        { model, status, says },
      ),
      url,
      remedy,
    );
  }
  if (status === 400 || status === 413 || status === 422) return new Unwilling(url, status, words);
  return told(said("The endpoint answered {status}{says}.", { status, says }), url, said("Check its address."));
}

function unpack(url: string, text: string, wanted: number): EmbeddedBatch {
  const unlike = (what: Said) =>
    told(what, url, said("Check that this is the address of an OpenAI-compatible endpoint."));
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw unlike(said("The endpoint answered something else than JSON."));
  }
  const result = v.safeParse(answerSchema, json);
  if (!result.success) throw unlike(said("The endpoint's answer holds no embeddings."));
  const { data, usage } = result.output;
  if (data.length !== wanted)
    throw unlike(
      said("The endpoint gave {vectors} vectors for {texts} texts.", { vectors: data.length, texts: wanted }),
    );
  const rows: (Float32Array | undefined)[] = new Array(wanted);
  for (const [place, { index = place, embedding }] of data.entries()) {
    if (!Number.isInteger(index) || index < 0 || index >= wanted || rows[index]) {
      throw unlike(said("The endpoint numbers its vectors wrongly: {index} of {wanted}.", { index, wanted }));
    }
    rows[index] = typeof embedding === "string" ? fromBase64(embedding) : Float32Array.from(embedding);
  }
  const dims = rows[0]?.length ?? 0;
  const odd = rows.find((row) => row?.length !== dims);
  if (dims === 0 || odd)
    throw unlike(
      said("The endpoint gave vectors of {dims} and of {odd} dims in one answer.", { dims, odd: odd?.length ?? 0 }),
    );
  const vectors = new Float32Array(wanted * dims);
  for (const [row, values] of rows.entries()) vectors.set(values as Float32Array, row * dims);
  return { vectors, dims, tokens: usage?.total_tokens ?? usage?.prompt_tokens ?? null };
}

/** Single precision, little-endian: what every endpoint that packs sends, and what the machines we run on hold. */
function fromBase64(text: string): Float32Array {
  try {
    const bytes = Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
    return bytes.length % 4 === 0 ? new Float32Array(bytes.buffer) : new Float32Array();
  } catch {
    return new Float32Array();
  }
}

/** What an error says: OpenAI's `error.message`, FastAPI's `detail`, Ollama's `error`, or the bare text. */
function wordsOf(text: string): string {
  try {
    const json = JSON.parse(text);
    const told = json?.error?.message ?? json?.error ?? json?.message ?? json?.detail ?? text;
    return typeof told === "string" ? told : JSON.stringify(told);
  } catch {
    return /^\s*</.test(text) ? "" : text;
  }
}

/** An endpoint may repeat the key it was given: messages are shown, copied and reported. */
function without(words: string, key: string): string {
  const hidden = key.length >= 4 ? words.replaceAll(key, "…") : words;
  return hidden.trim().slice(0, 300);
}

function quoted(words: string): Words {
  return words ? said(": “{words}”", { words: words.replace(/\.$/, "") }) : "";
}

function told(what: Said, where: string, remedy: Said): SourceError {
  return new SourceError({ what, where, remedy });
}
