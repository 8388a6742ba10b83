import { said } from "../../i18n/said";
import type { ByteFile } from "../byte-file";
import { BLOCK_BYTES, Blocks, type ReadRange } from "./blocks";
import { changedFile, sameVersion } from "./changed-file";
import { contentRange, isPacked } from "./content-range";
import { exchange } from "./exchange";
import { gate } from "./gate";
import { type Pause, TryAgain, withRetries } from "./retry";

/** A file on a server that gives parts of it. */
export interface Ranged {
  url: string;
  name: string;
  size: number;
  /** What the first answer said of its version; empty where that is not known yet. */
  version: string;
  /** Its first bytes, where they came already. */
  head?: Uint8Array | undefined;
}

export interface ReadingOptions {
  signal?: AbortSignal | undefined;
  /** Is told the bytes that have come so far, and how many there are in all: null where that is not known. */
  progress?: ((bytes: number, total: number | null) => void) | undefined;
  wait?: Pause | undefined;
}

// As many as a browser opens to one server anyway (HTTP/1.1); more would only wait there.
const AT_ONCE = 6;
const STREAM_BYTES = 64 * BLOCK_BYTES;

/**
 * A file that is read by HTTP ranges: only the bytes that are asked for travel.
 *
 * A request carries one range and nothing else, for which a browser asks no leave of the server. `If-Range` would need
 * it; so the version that each answer bears is compared instead.
 */
export function rangedFile(ranged: Ranged, options: ReadingOptions = {}): ByteFile {
  const { url, name, size } = ranged;
  const { signal, progress, wait } = options;
  let known = ranged.version;
  let received = ranged.head?.length ?? 0;
  const enter = gate(AT_ONCE);

  const read: ReadRange = (from, to, take) =>
    enter(() => {
      let at = from;
      return withRetries(
        async () => {
          const before = at;
          const response = await exchange(url, name, {
            // Chromium lets one request at a time write to its cache of an address, so that ranges would queue there.
            cache: "no-store",
            headers: { range: `bytes=${at}-${to - 1}` },
            ...(signal ? { signal } : {}),
          });
          check(response, at, to);
          try {
            await pieces(response, (bytes) => {
              const wanted = bytes.subarray(0, to - at);
              take(wanted);
              at += wanted.length;
              received += wanted.length;
              progress?.(received, size);
            });
          } catch {
            signal?.throwIfAborted();
          }
          // Either way the line ended early: what came is used, and the rest is asked for.
          if (at < to) throw new TryAgain(broken(at, to), { moved: at > before });
        },
        { signal, wait },
      );
    });

  const check = (response: Response, from: number, to: number): void => {
    const { headers, status } = response;
    const range = contentRange(headers);
    known = sameVersion(known, headers, name, url);
    const told = range?.size ?? size;
    if (status === 416 || told !== size) {
      throw changedFile(
        name,
        url,
        told === size
          ? said("it had {size} bytes", { size })
          : said("it had {size} bytes and has {told} now", { size, told }),
      );
    }
    if (status === 206 && !isPacked(headers) && (!range || (range.from === from && range.to <= to))) return;
    void response.body?.cancel().catch(() => {});
    throw new TryAgain({
      what: said("The server sent other bytes of {name} than it was asked for ({from} to {to}).", {
        name,
        from,
        to: to - 1,
      }),
      where: url,
      remedy: said("Download the file and drop it here."),
    });
  };

  const broken = (at: number, to: number) => ({
    what: said("The line broke off in the middle of {name}, at byte {at} of {size}; {wanted} more were wanted.", {
      name,
      at,
      size,
      wanted: to - at,
    }),
    where: url,
    remedy: said("Check the connection and try again."),
  });

  const blocks = new Blocks(size, read);
  if (ranged.head) blocks.begin(ranged.head);
  const slice = (from: number, to: number) => {
    signal?.throwIfAborted();
    return blocks.slice(from, to);
  };
  return { name, where: url, size, slice, stream: () => streamOf(size, slice) };
}

/** The file from its beginning, where the piece that comes next is fetched while one is used. */
function streamOf(size: number, slice: ByteFile["slice"]): ReadableStream<Uint8Array<ArrayBuffer>> {
  let at = 0;
  let next: Promise<Uint8Array<ArrayBuffer>> | null = null;
  const ask = () => {
    if (at >= size) return null;
    const asked = slice(at, at + STREAM_BYTES);
    asked.catch(() => {});
    at += STREAM_BYTES;
    return asked;
  };
  return new ReadableStream(
    {
      async pull(controller) {
        const bytes = await (next ?? ask());
        next = ask();
        if (bytes) controller.enqueue(bytes);
        if (!next) controller.close();
      },
    },
    { highWaterMark: 0 },
  );
}

/** Hands over the body of an answer as it comes. */
export async function pieces(response: Response, take: (bytes: Uint8Array<ArrayBuffer>) => void): Promise<void> {
  const reader = response.body?.getReader();
  if (!reader) return;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    take(value);
  }
}
