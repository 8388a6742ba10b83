import { verbatim } from "../../src/i18n/said";
import { SourceError } from "../../src/sources";
import { retryAfter, TryAgain, withRetries } from "../../src/sources/network/retry";
import { problem as problemOf } from "../problem";
import type { Address } from "./address";

const WAIT_MS = 60_000;

/** A server that is asked over REST. */
export interface Server {
  /** What people call it: "Qdrant". */
  label: string;
  /** Where its paths begin, without a slash at the end. */
  base: string;
  /** For messages: the address as it was given. */
  where: string;
  /** Which variable of the environment holds its key, and how the key is sent. */
  key: { variable: string; header(key: string): Record<string, string> };
}

/** `scheme://host:port/…/NAME`: what is behind the last slash, and the server before it. */
export function serverOf({ url, where, named }: Address, server: Omit<Server, "base" | "where">, port: string) {
  if (url.username || url.password) {
    throw problemOf({
      what: `The address of ${server.label} takes no user and no password.`,
      remedy: `Put the key into the environment variable ${server.key.variable}.`,
    });
  }
  const [name, ...before] = url.pathname.split("/").filter(Boolean).map(decodeURIComponent).reverse();
  const scheme = url.protocol.endsWith("s:") ? "https" : "http";
  const path = before.reverse().map((part) => `/${encodeURIComponent(part)}`);
  const base = `${scheme}://${url.hostname}:${url.port || port}${path.join("")}`;
  return { server: { ...server, base, where } satisfies Server, name: name ?? named.table };
}

/**
 * Asks for a path, with a body by POST; a server that is busy or fails is asked again.
 *
 * @returns the answer, or null where there is nothing of that name (404)
 * @throws SourceError in which the key is not shown
 */
export function ask(server: Server, path: string, body?: unknown, signal?: AbortSignal): Promise<unknown> {
  return withRetries(() => askOnce(server, path, body, signal), { signal, silentTries: 2 });
}

async function askOnce(server: Server, path: string, body: unknown, signal: AbortSignal | undefined) {
  const { label, base, where, key } = server;
  const secret = process.env[key.variable] ?? "";
  const problem = (what: string, remedy: string) => ({ what: verbatim(what), where, remedy: verbatim(remedy) });
  const within = AbortSignal.timeout(WAIT_MS);
  let response: Response;
  let text: string;
  try {
    response = await fetch(`${base}${path}`, {
      method: body === undefined ? "GET" : "POST",
      headers: {
        ...(body === undefined ? {} : { "content-type": "application/json" }),
        ...(secret ? key.header(secret) : {}),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      // A key is for the server that was named, and for none that this one names.
      redirect: "manual",
      signal: signal ? AbortSignal.any([signal, within]) : within,
    });
    text = await response.text();
  } catch {
    signal?.throwIfAborted();
    const { host } = new URL(base);
    throw new TryAgain(
      problem(`No ${label} server answers at ${host}.`, "Check host and port, and that the server runs."),
      { silent: true },
    );
  }
  const { status } = response;
  const answer = json(text);
  const said = wordsOf(answer);
  const words = said ? `: it says “${secret ? said.replaceAll(secret, "•••") : said}”` : ` (it answered ${status})`;
  if (status === 404) return null;
  if (status === 401 || status === 403) {
    const remedy = `Put ${secret ? "another" : "its"} key into the environment variable ${key.variable}.`;
    throw new SourceError(problem(`${label} does not let you in${words}.`, remedy));
  }
  if (status === 408 || status === 429 || status >= 500) {
    const busy = problem(`${label} is busy or failed${words}.`, "Try again in a while.");
    throw new TryAgain(busy, { after: retryAfter(response.headers) });
  }
  if (!response.ok) throw new SourceError(problem(`${label} refused the question${words}.`, "Check the address."));
  if (answer === undefined) {
    throw new SourceError(problem(`What answers is no ${label}: it sends no JSON.`, "Check host and port."));
  }
  return answer;
}

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** What a server says is wrong: Qdrant in `status.error`, Weaviate in `error[0].message`. */
function wordsOf(answer: unknown): string {
  const { status, error } = (answer ?? {}) as { status?: { error?: unknown }; error?: { message?: unknown }[] };
  return String(status?.error ?? error?.[0]?.message ?? "").slice(0, 300);
}
