import { type Said, said, saidOn } from "../../i18n/said";
import { SourceError } from "../problem";
import { type NoAnswer, whyNoAnswer } from "./no-answer";
import { retryAfter, TryAgain } from "./retry";

const DROP = said("download it there and drop it here");
const REMEDIES = {
  refused: said(
    "Open the address in a tab of its own: if the file comes, drop it here; or ask the host to send the header Access-Control-Allow-Origin.",
  ),
};

/**
 * Asks for a file or a part of it, once.
 *
 * @param name what the file is called in messages
 * @returns an answer with a body (200, 206), or 416 for a range beyond the end
 * @throws TryAgain where the server is busy, failed or did not answer
 * @throws SourceError where asking again is of no use
 */
export async function exchange(url: string, name: string, init: RequestInit): Promise<Response> {
  const signal = init.signal ?? undefined;
  const response = await ask(url, init, (error) =>
    whyNoAnswer(
      url,
      { begins: said("The file {name}", { name }), within: said("the file {name}", { name }) },
      error,
      REMEDIES,
      signal,
    ),
  );
  if (response.ok || response.status === 416) {
    if (!isPage(response)) return response;
    await response.body?.cancel();
    throw new SourceError(webPage(name, url));
  }
  await response.body?.cancel();
  const { status, headers } = response;
  const busy = status === 429 || status === 408 || (status >= 500 && status !== 501);
  // The hub puts into words what is wrong.
  const words = headers.get("x-error-message");
  const what = verdict(status, name);
  const told = { what: words ? saidOn(what, [said("It says: “{words}”", { words })]) : what, where: url };
  if (busy)
    throw new TryAgain(
      { ...told, remedy: said("Try again in a while, or {drop}.", { drop: DROP }) },
      { after: retryAfter(headers) },
    );
  const problem = { ...told, remedy: remedyFor(status) };
  throw status === 404 || status === 410 ? new Missing(problem) : new SourceError(problem);
}

/** The server has no such file. */
export class Missing extends SourceError {}

/** The server answers, and the page may not see what: for want of CORS, or because the browser takes no such answer. */
export class Refused extends SourceError {}

/**
 * `fetch`, whose TypeErrors are told apart.
 *
 * @param why tells what an error was
 * @throws TryAgain, or Refused where asking again is of no use
 */
export async function ask(
  url: string,
  init: RequestInit,
  why: (error: unknown) => Promise<NoAnswer>,
): Promise<Response> {
  try {
    return await fetch(url, init);
  } catch (error) {
    init.signal?.throwIfAborted();
    const { problem, final } = await why(error);
    init.signal?.throwIfAborted();
    if (!final) throw new TryAgain(problem, { silent: true });
    // A line that broke once looks the same as a refusal, if the server answers again by now.
    return fetch(url, init).catch(() => {
      init.signal?.throwIfAborted();
      throw new Refused(problem);
    });
  }
}

/** What is said of a page in the place of a file. */
export function webPage(name: string, url: string) {
  return {
    what: said("There is a web page at the address of {name}, and not the file itself.", { name }),
    where: url,
    remedy: said("Copy the address behind its “download” or “raw” button, or {drop}.", { drop: DROP }),
  };
}

function isPage(response: Response): boolean {
  return /^(text\/html|application\/xhtml\+xml)/i.test(response.headers.get("content-type") ?? "");
}

function verdict(status: number, name: string): Said {
  if (status === 404 || status === 410)
    return said("There is no file {name} at this address: the server answered {status}.", { name, status });
  if (status === 401 || status === 403)
    return said("The server does not give {name} to everyone: it answered {status}.", { name, status });
  if (status === 429) return said("The server has had too many requests and did not give {name} (429).", { name });
  if (status >= 500) return said("The server failed and did not give {name}: it answered {status}.", { name, status });
  return said("The file {name} could not be fetched: the server answered {status}.", { name, status });
}

function remedyFor(status: number): Said {
  if (status === 401 || status === 403)
    return said("Check the address; if one must be logged in, {drop}.", { drop: DROP });
  return said("Check the address: it may be misspelt, or the file was moved.");
}
