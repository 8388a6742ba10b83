/** Headers of answers that every page may read (the Fetch standard's CORS-safelisted response headers). */
const READABLE = [
  "cache-control",
  "content-language",
  "content-length",
  "content-type",
  "expires",
  "last-modified",
  "pragma",
];
/** Headers of requests for which a server is not asked beforehand, in the forms that these tests send. */
const SIMPLE: Record<string, RegExp> = {
  accept: /^[\w/*+., -]*$/,
  range: /^bytes=\d+-\d*$/,
  "content-type": /^(text\/plain|multipart\/form-data|application\/x-www-form-urlencoded)$/,
};

/**
 * Node's `fetch` under the rules of a page: other origins are asked first where the standard wants it, must let the page
 * read, and show it few headers. What is refused is a TypeError without a reason, as in a browser.
 */
export function pageFetch(origin: string, plain: typeof fetch = fetch): typeof fetch {
  return async (input, init = {}) => {
    const url = String(input);
    if (new URL(url).origin === origin) return plain(url, init);
    const { mode, cache: _, ...rest } = init;
    const headers = new Headers(init.headers);
    if (mode === "no-cors") {
      await plain(url, { ...rest, headers });
      return { type: "opaque", ok: false, status: 0, headers: new Headers(), body: null } as Response;
    }
    const unusual = [...headers].filter(([name, value]) => !SIMPLE[name]?.test(value)).map(([name]) => name);
    if (unusual.length && !(await granted(plain, url, origin, unusual))) throw new TypeError("Failed to fetch");
    headers.set("origin", origin);
    const response = await plain(url, { ...rest, headers });
    const allowed = response.headers.get("access-control-allow-origin");
    if (allowed !== "*" && allowed !== origin) {
      await response.body?.cancel();
      throw new TypeError("Failed to fetch");
    }
    // Ranges are asked for as `Accept-Encoding: identity`, and Chromium takes no other answer to that.
    if (headers.has("range") && response.headers.has("content-encoding")) {
      await response.body?.cancel().catch(() => {});
      throw new TypeError("Failed to fetch");
    }
    const exposed = (response.headers.get("access-control-expose-headers") ?? "").toLowerCase().split(/,\s*/);
    const shown = new Headers(
      [...response.headers].filter(([name]) => READABLE.includes(name) || exposed.includes(name)),
    );
    Object.defineProperty(response, "headers", { value: shown });
    return response;
  };
}

async function granted(plain: typeof fetch, url: string, origin: string, names: string[]): Promise<boolean> {
  const headers = { origin, "access-control-request-method": "GET", "access-control-request-headers": names.join(",") };
  const response = await plain(url, { method: "OPTIONS", headers });
  const allowed = response.headers.get("access-control-allow-origin");
  const list = (response.headers.get("access-control-allow-headers") ?? "").toLowerCase().split(/,\s*/);
  return response.ok && (allowed === "*" || allowed === origin) && names.every((name) => list.includes(name));
}
