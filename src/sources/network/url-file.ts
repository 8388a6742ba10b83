import { said } from "../../i18n/said";
import type { ByteFile } from "../byte-file";
import { SourceError } from "../problem";
import { fileAddress, nameOf } from "./addresses";
import { BLOCK_BYTES } from "./blocks";
import { contentRange, isPacked, version } from "./content-range";
import { exchange, Refused, webPage } from "./exchange";
import { mixedContent } from "./no-answer";
import { pieces, type ReadingOptions, rangedFile } from "./ranged-file";
import { TryAgain, withRetries } from "./retry";
import { wholeFile } from "./whole-file";

/**
 * Opens a file on the web. Where its server gives parts of a file only those that are asked for are fetched; else it is
 * fetched whole, with progress.
 *
 * @param address as people copy it; see `fileAddress`
 * @throws SourceError that tells a file that is missing from a server that refuses this page and from one that does not
 *   answer, each with what to do; what `signal` throws when it is stopped
 */
export async function openUrl(address: string, options: ReadingOptions = {}): Promise<ByteFile> {
  const url = fileAddress(address);
  const file = await openAt(url, options);
  if (file.size > 1024) return file;
  const text = new TextDecoder().decode(await file.slice(0, 1024));
  if (!text.startsWith("version https://git-lfs.github.com/spec/")) return file;
  // A large file of a repository is kept elsewhere, and its raw address holds a note that says so.
  if (url.hostname === "raw.githubusercontent.com") {
    return openAt(new URL(`https://media.githubusercontent.com/media${url.pathname}`), options);
  }
  throw new SourceError({
    what: said("There is only a note of Git LFS at the address of {name}, not the file itself.", { name: file.name }),
    where: url.href,
    remedy: said("Download the file from the page of the repository and drop it here."),
  });
}

async function openAt(url: URL, options: ReadingOptions): Promise<ByteFile> {
  const name = nameOf(url);
  if (mixedContent(url)) {
    throw new SourceError({
      what: said("This page came over https, so the browser does not let it fetch {name} by http.", { name }),
      where: url.href,
      remedy: said("Write https:// in the address if the server has it, or download the file and drop it here."),
    });
  }
  const file = await opened(url.href, name, options);
  const start = new TextDecoder().decode(await file.slice(0, 256));
  if (/^\s*<(!doctype html|html)[\s>]/i.test(start)) throw new SourceError(webPage(name, url.href));
  return file;
}

async function opened(url: string, name: string, options: ReadingOptions): Promise<ByteFile> {
  const { signal } = options;
  const init = signal ? { signal } : {};
  let unread = 0;
  const { response, head } = await withRetries(
    async () => {
      // The first block alone: telling the format reads it, and its answer says whether there are parts to be had.
      const ranged: RequestInit = { ...init, cache: "no-store", headers: { range: `bytes=0-${BLOCK_BYTES - 1}` } };
      const response = await exchange(url, name, ranged).catch(async (error: unknown) => {
        // Chromium takes no part that is packed, and a server may let pages read wholes alone.
        const whole = error instanceof Refused ? await fetch(url, init).catch(() => null) : null;
        if (whole?.ok) return whole;
        throw error;
      });
      if (response.status !== 206 || isPacked(response.headers)) return { response, head: null };
      const head = await bytesOf(response).catch(() => null);
      signal?.throwIfAborted();
      // A line that broke, or a part of a packed file, which nobody can unpack: the second time it is the latter.
      if (!head && unread++ === 0) throw new TryAgain(unreadable(url, name));
      return { response, head };
      // Where nobody answers the first time, the address is wrong more often than the line: that is told soon.
    },
    { ...options, silentTries: 2 },
  );
  if (!head) {
    const whole = response.status === 200 ? response : null;
    if (!whole) await response.body?.cancel().catch(() => {});
    return wholeFile(url, name, whole, options);
  }
  const range = contentRange(response.headers);
  const size = range ? range.size : await sizeOf(url, head, init);
  const expected = Math.min(BLOCK_BYTES, size ?? 0);
  // What does not add up here is packed on the way, or not to be trusted with ranges.
  if (size === null || head.length !== expected || (range && (range.from !== 0 || range.to !== expected))) {
    return wholeFile(url, name, null, options);
  }
  options.progress?.(head.length, size);
  return rangedFile({ url, name, size, version: version(response.headers), head }, options);
}

/** The size of a file whose server does not let the page see `Content-Range`: that of a plain answer is for all to see. */
async function sizeOf(url: string, head: Uint8Array, init: RequestInit): Promise<number | null> {
  if (head.length < BLOCK_BYTES) return head.length;
  try {
    const { ok, headers } = await fetch(url, { ...init, method: "HEAD", cache: "no-store" });
    const size = Number(headers.get("content-length") ?? Number.NaN);
    return ok && size >= BLOCK_BYTES && !isPacked(headers) ? size : null;
  } catch {
    return null;
  }
}

function unreadable(url: string, name: string) {
  return {
    what: said("The line broke off at the beginning of {name}.", { name }),
    where: url,
    remedy: said("Check the connection and try again."),
  };
}

async function bytesOf(response: Response): Promise<Uint8Array> {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  await pieces(response, (bytes) => parts.push(bytes));
  return new Uint8Array(await new Blob(parts).arrayBuffer());
}
