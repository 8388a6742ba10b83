import type { IncomingMessage } from "node:http";

/** Under which names this server may be asked: those of this machine, and one that stands before it. */
export class Callers {
  readonly #hosts: ReadonlySet<string>;
  readonly #origins: ReadonlySet<string>;

  /** @param outside the address under which a proxy shows this server, where one does */
  constructor(port: number, outside: URL | null) {
    const own = ["127.0.0.1", "localhost", "[::1]"].map((name) => `${name}:${port}`);
    // Browsers leave out the port that a scheme implies.
    const bare = port === 80 ? ["127.0.0.1", "localhost", "[::1]"] : [];
    const hosts = [...own, ...bare];
    this.#hosts = new Set([...hosts, ...(outside ? [outside.host] : [])]);
    this.#origins = new Set([...hosts.map((host) => `http://${host}`), ...(outside ? [outside.origin] : [])]);
  }

  /**
   * Why a request is refused; null where it is not. A page of another name that leads here (DNS rebinding) is told by
   * its `Host`, one that reaches out for what lies here by `Origin` and by what browsers say of where a request comes from.
   */
  refusal({ headers, rawHeaders }: IncomingMessage): string | null {
    const hosts = rawHeaders.filter((name, i) => i % 2 === 0 && name.toLowerCase() === "host").length;
    if (hosts !== 1 || !this.#hosts.has((headers.host ?? "").toLowerCase())) {
      return "This server answers to 127.0.0.1 and localhost alone.";
    }
    const { origin } = headers;
    if (origin !== undefined && !this.#origins.has(origin.toLowerCase())) {
      return "Other pages may not read what lies here.";
    }
    const site = headers["sec-fetch-site"];
    const isVisit = headers["sec-fetch-mode"] === "navigate";
    if (site !== undefined && site !== "same-origin" && site !== "none" && !isVisit) {
      return "Other pages may not read what lies here.";
    }
    return null;
  }
}
