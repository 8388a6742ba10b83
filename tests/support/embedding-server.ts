import { type Answer, type Desk, startDesk } from "./http-desk";

/** An endpoint that speaks `POST /v1/embeddings` as OpenAI, Ollama, LM Studio and vLLM do. */
export interface EmbeddingServer extends Desk {
  /** The key it wants; null for one that wants none, as a local server. */
  key: string | null;
  /** Its models, and how many dims each has. */
  models: Map<string, number>;
  /** Answers lists of numbers whatever it is asked for, as some do. */
  onlyFloats: boolean;
  /** Refuses fields that it does not know. */
  strict: boolean;
  /** Answers in another order than it was asked, with the right `index`. */
  shuffled: boolean;
  /** Texts longer than this are refused, and the whole request with them. */
  longest: number;
  /** What was embedded, in the order of the requests. */
  inputs(): string[][];
}

/** The vector that the server gives for a text: short numbers, so that every way of sending them is exact. */
export function vectorOf(text: string, dims: number): number[] {
  let hash = 2166136261;
  for (const character of text) hash = Math.imul(hash ^ (character.codePointAt(0) as number), 16777619);
  return Array.from({ length: dims }, (_, dim) => {
    hash = Math.imul(hash ^ (dim + 1), 16777619);
    return ((hash >>> 16) % 256) / 64 - 2;
  });
}

/** Starts it with one model, "small" of 16 dims. */
export async function startEmbeddingServer(): Promise<EmbeddingServer> {
  const desk = await startDesk((request, url, body) => {
    if (request.method !== "POST" || url.pathname !== "/v1/embeddings")
      return { status: 404, body: "404 page not found" };
    return embed(server, request.headers.authorization, JSON.parse(body));
  });
  const server: EmbeddingServer = Object.assign(desk, {
    key: null,
    models: new Map([["small", 16]]),
    onlyFloats: false,
    strict: false,
    shuffled: false,
    longest: Number.POSITIVE_INFINITY,
    inputs: () =>
      desk.seen
        .filter(({ method, status }) => method === "POST" && status === 200)
        .map(({ body }) => JSON.parse(body).input as string[]),
  });
  return server;
}

interface Asked {
  model: string;
  input: string[];
  dimensions?: number;
  encoding_format?: "float" | "base64";
}

function json(status: number, value: unknown): Answer {
  return { status, headers: { "content-type": "application/json" }, body: JSON.stringify(value) };
}

function refuse(status: number, message: string, code: string | null = null): Answer {
  return json(status, { error: { message, type: "invalid_request_error", param: null, code } });
}

function embed(server: EmbeddingServer, authorization: string | undefined, asked: Asked): Answer {
  if (server.key !== null && authorization !== `Bearer ${server.key}`) {
    const given = authorization?.replace("Bearer ", "") ?? "";
    return refuse(401, `Incorrect API key provided: ${given}.`, "invalid_api_key");
  }
  const own = server.models.get(asked.model);
  if (own === undefined) return refuse(404, `model "${asked.model}" not found, try pulling it first`);
  if (server.strict && asked.encoding_format) return refuse(422, "Unknown field: encoding_format");
  if (asked.input.includes("")) return refuse(400, "'$.input' is invalid: input cannot be an empty string.");
  if (asked.input.some((text) => text.length > server.longest)) {
    return refuse(400, `This model's maximum context length is ${server.longest} tokens.`);
  }
  const dims = asked.dimensions ?? own;
  if (dims > own) return refuse(400, `Invalid value for 'dimensions' = ${dims}. Must be at most ${own}.`);
  const data = asked.input.map((text, index) => {
    const vector = vectorOf(text, dims);
    const packed = asked.encoding_format === "base64" && !server.onlyFloats;
    const embedding = packed ? Buffer.from(new Float32Array(vector).buffer).toString("base64") : vector;
    return { object: "embedding", index, embedding };
  });
  if (server.shuffled) data.reverse();
  const tokens = asked.input.reduce((sum, text) => sum + Math.ceil(text.length / 4), 0);
  return json(200, {
    object: "list",
    data,
    model: asked.model,
    usage: { prompt_tokens: tokens, total_tokens: tokens },
  });
}
