import { type Said, said } from "../../i18n/said";
import type { Problem } from "../types";

/** What a failed `fetch` was: nothing came back that this page may see. */
export interface NoAnswer {
  problem: Problem;
  /** Whether asking again is of no use. */
  final: boolean;
}

/** A thing as it stands in a sentence: "The file x.npy" at the beginning of one, "the file x.npy" within. */
export interface Named {
  begins: Said;
  within: Said;
}

export interface Remedies {
  refused: Said;
  silent?: Said;
}

/**
 * Tells a server that refuses this page from one that does not answer: `fetch` gives a page the same TypeError for
 * both. A question whose answer the page is not to see (`no-cors`) succeeds with the first.
 *
 * @param name what is being fetched
 * @param remedies what can be done where the server refuses this page, and where it is silent
 */
export async function whyNoAnswer(
  url: string,
  name: Named,
  error: unknown,
  remedies: Remedies,
  signal?: AbortSignal,
): Promise<NoAnswer> {
  const { host, origin } = new URL(url);
  const page = globalThis.location;
  if (page && globalThis.navigator?.onLine === false) {
    return told(
      url,
      said("{name} could not be fetched: this device is offline.", { name: name.begins }),
      said("Connect it to a network and try again."),
    );
  }
  if (page && page.origin !== origin && (await answers(url, signal))) {
    return told(
      url,
      said("The server {host} answers, but does not let this page read {name}.", { host, name: name.within }),
      remedies.refused,
      true,
    );
  }
  const code = (error as { cause?: { code?: string } }).cause?.code;
  if (code === "ENOTFOUND") {
    return told(
      url,
      said("{name} could not be fetched: there is no server named {host}.", { name: name.begins, host }),
      said("Check the address."),
    );
  }
  const why = code ?? (error instanceof Error ? error.message : String(error));
  return told(
    url,
    said("{name} could not be fetched: no answer came from {host} ({why}).", { name: name.begins, host, why }),
    remedies.silent ?? said("Check the address and the connection, then try again."),
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

function told(where: string, what: Said, remedy: Said, final = false): NoAnswer {
  return { problem: { what, where, remedy }, final };
}
