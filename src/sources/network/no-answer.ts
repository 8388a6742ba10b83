import type { Problem } from "../types";

/** What a failed `fetch` was: nothing came back that this page may see. */
export interface NoAnswer {
  problem: Problem;
  /** Whether asking again is of no use. */
  final: boolean;
}

export interface Remedies {
  refused: string;
  silent?: string;
}

/**
 * Tells a server that refuses this page from one that does not answer: `fetch` gives a page the same TypeError for
 * both. A question whose answer the page is not to see (`no-cors`) succeeds with the first.
 *
 * @param name what is being fetched, as it stands in a sentence: `The file x.npy`
 * @param remedies what can be done where the server refuses this page, and where it is silent
 */
export async function whyNoAnswer(
  url: string,
  name: string,
  error: unknown,
  remedies: Remedies,
  signal?: AbortSignal,
): Promise<NoAnswer> {
  const { host, origin } = new URL(url);
  const page = globalThis.location;
  if (page && globalThis.navigator?.onLine === false) {
    return told(url, `${name} could not be fetched: this device is offline.`, "Connect it to a network and try again.");
  }
  if (page && page.origin !== origin && (await answers(url, signal))) {
    return told(
      url,
      `The server ${host} answers, but does not let this page read ${lower(name)}.`,
      remedies.refused,
      true,
    );
  }
  const code = (error as { cause?: { code?: string } }).cause?.code;
  if (code === "ENOTFOUND") {
    return told(url, `${name} could not be fetched: there is no server named ${host}.`, "Check the address.");
  }
  const why = code ?? (error instanceof Error ? error.message : String(error));
  return told(
    url,
    `${name} could not be fetched: no answer came from ${host} (${why}).`,
    remedies.silent ?? "Check the address and the connection, then try again.",
  );
}

/**
 * A page that came over https may not ask a server by http, unless it is this machine: the browser refuses without a
 * word to the page, so that it is looked for beforehand.
 */
export function mixedContent(url: URL): boolean {
  if (globalThis.location?.protocol !== "https:" || url.protocol !== "http:") return false;
  return !/^(localhost|.+\.localhost|127(\.\d+){3}|\[::1\])$/.test(url.hostname);
}

async function answers(url: string, signal?: AbortSignal): Promise<boolean> {
  // Its body is out of reach, and would come to its end unless the whole question is taken back.
  const enough = new AbortController();
  const either = signal ? AbortSignal.any([signal, enough.signal]) : enough.signal;
  try {
    await fetch(url, { mode: "no-cors", cache: "no-store", signal: either });
    return true;
  } catch {
    return false;
  } finally {
    enough.abort();
  }
}

function told(where: string, what: string, remedy: string, final = false): NoAnswer {
  return { problem: { what, where, remedy }, final };
}

function lower(name: string): string {
  return name.charAt(0).toLowerCase() + name.slice(1);
}
