/** Which bytes of how many an answer holds; `size` is null where the server does not say. */
export interface ContentRange {
  from: number;
  to: number;
  size: number | null;
}

/**
 * Reads `Content-Range`; null where there is none, or where the page may not see it: a server has to allow that by name
 * (`Access-Control-Expose-Headers`).
 */
export function contentRange(headers: Headers): ContentRange | null {
  const match = /^bytes (\d+)-(\d+)\/(\d+|\*)$/.exec(headers.get("content-range") ?? "");
  if (!match) return null;
  return { from: Number(match[1]), to: Number(match[2]) + 1, size: match[3] === "*" ? null : Number(match[3]) };
}

/** Whether the answer is packed, so that its ranges are not those of the file. */
export function isPacked(headers: Headers): boolean {
  return !/^(identity)?$/i.test(headers.get("content-encoding") ?? "");
}

/** What changes when the file does: its tag, or else its date. Empty where a page may see neither. */
export function version(headers: Headers): string {
  return headers.get("etag") ?? headers.get("last-modified") ?? "";
}
