import { type Answer, type Desk, startDesk } from "./http-desk";

/** A dataset on the hub, as its owner published it. */
export interface HubRepo {
  /** Files of the branch `main`, by path. */
  main: Record<string, Buffer>;
  /** What the hub has made of it in Parquet, if it has: by `config/split/0000.parquet`. */
  converted?: Record<string, Buffer>;
  /** The conversion stopped after its first gigabytes, or some configurations failed. */
  partial?: boolean;
  /** Configurations that are being converted, and those that could not be. */
  pending?: string[];
  failed?: string[];
  /** Readers must agree to something and be logged in. */
  gated?: "auto" | "manual";
  /** The viewer's answer in place of a list: its status and its words. */
  viewer?: { status: number; code: string; error: string };
  revision?: string;
}

/** A server that speaks the protocols of huggingface.co and of its dataset viewer, both on one port. */
export interface HubServer extends Desk {
  repos: Map<string, HubRepo>;
  /** What it calls itself in its answers: its own address, or that of the hub it stands in for (see `routeHub`). */
  address: string;
  /** How many entries a page of a tree holds. */
  pageSize: number;
  /** Bytes of files that were sent, in all. */
  sent(): number;
}

// Word for word what the dataset viewer answers.
const UNKNOWN =
  "The dataset does not exist, or is not accessible without authentication (private or gated). Please check the spelling of the dataset name or retry with authentication.";
const REVISION = "5b2ee5f4fd1cd5ac3f1a9a2b7c5c2f3a7b0d9e11";

/**
 * Starts it. Endpoints, after the docs of the dataset viewer and of the Hub: `/parquet?dataset=`,
 * `/api/datasets/NAME`, `/api/datasets/NAME/tree/REVISION?recursive=true` in pages by `Link`, and
 * `/datasets/NAME/resolve/REVISION/PATH` with ranges.
 */
export async function startHub(repos: Record<string, HubRepo> = {}): Promise<HubServer> {
  const desk = await startDesk((request, url) => {
    const path = decodeURIComponent(url.pathname);
    if (path === "/parquet") return viewer(hub, url.searchParams.get("dataset") ?? "");
    const api = /^\/api\/datasets\/(.+?)(?:\/tree\/([^/]+))?$/.exec(path);
    if (api) return api[2] ? tree(hub, api[1], url) : info(hub, api[1]);
    const file = /^\/datasets\/(.+?)\/resolve\/(refs\/convert\/parquet|[^/]+)\/(.+)$/.exec(path);
    if (file) return resolve(hub, file[1], file[2], file[3], request.headers.range);
    return { status: 404, body: "Not Found" };
  });
  desk.cors.exposed = ["X-Error-Code", "X-Error-Message", "Link", "ETag", "Content-Range", "Accept-Ranges"];
  const hub: HubServer = Object.assign(desk, {
    repos: new Map(Object.entries(repos)),
    address: desk.url,
    pageSize: 1000,
    sent: () => desk.seen.filter(({ path }) => path.includes("/resolve/")).reduce((sum, { sent }) => sum + sent, 0),
  });
  return hub;
}

function json(status: number, value: unknown, headers: Record<string, string> = {}): Answer {
  return { status, headers: { "content-type": "application/json", ...headers }, body: JSON.stringify(value) };
}

function viewer(hub: HubServer, name: string): Answer {
  const repo = hub.repos.get(name);
  if (!repo || repo.gated) return json(401, { error: UNKNOWN }, { "x-error-code": "ExternalUnauthenticatedError" });
  if (repo.viewer) return json(repo.viewer.status, { error: repo.viewer.error }, { "x-error-code": repo.viewer.code });
  const files = Object.entries(repo.converted ?? {}).map(([path, body]) => {
    const [config, split, filename] = path.split("/");
    const url = `${hub.address}/datasets/${name}/resolve/refs%2Fconvert%2Fparquet/${path}`;
    return { dataset: name, config, split: split.replace(/^partial-/, ""), url, filename, size: body.length };
  });
  const kind = "config-parquet";
  return json(200, {
    parquet_files: files,
    pending: (repo.pending ?? []).map((config) => ({ kind, dataset: name, config, split: null })),
    failed: (repo.failed ?? []).map((config) => ({ kind, dataset: name, config, split: null })),
    partial: repo.partial ?? false,
  });
}

function info(hub: HubServer, name: string): Answer {
  const repo = hub.repos.get(name);
  if (!repo) return json(401, { error: "Invalid username or password." }, { "x-error-code": "RepoNotFound" });
  return json(200, { id: name, sha: repo.revision ?? REVISION, private: false, gated: repo.gated ?? false });
}

function tree(hub: HubServer, name: string, url: URL): Answer {
  const repo = hub.repos.get(name);
  if (!repo) return json(401, { error: "Invalid username or password." }, { "x-error-code": "RepoNotFound" });
  const paths = Object.keys(repo.main).sort();
  const from = Number(url.searchParams.get("cursor") ?? 0);
  const to = from + hub.pageSize;
  const entries = paths.slice(from, to).map((path) => {
    const size = repo.main[path].length;
    return { type: "file", oid: "a".repeat(40), size, path, lfs: { oid: "b".repeat(64), size, pointerSize: 134 } };
  });
  const next = new URL(url.pathname + url.search, hub.address);
  next.searchParams.set("cursor", String(to));
  return json(200, entries, to < paths.length ? { link: `<${next.href}>; rel="next"` } : {});
}

function resolve(hub: HubServer, name: string, revision: string, path: string, range: string | undefined): Answer {
  const repo = hub.repos.get(name);
  if (!repo) return { status: 401, headers: { "x-error-code": "RepoNotFound" }, body: "Invalid username or password." };
  if (repo.gated) {
    const why = `Access to dataset ${name} is restricted. You must have access to it and be authenticated to access it. Please log in.`;
    return { status: 401, headers: { "x-error-code": "GatedRepo", "x-error-message": why }, body: why };
  }
  const body = revision === "refs/convert/parquet" ? repo.converted?.[path] : repo.main[path];
  if (!body) return { status: 404, headers: { "x-error-code": "EntryNotFound" }, body: "Entry not found" };
  const headers = { "content-type": "application/octet-stream", etag: `"${name}/${path}/${body.length}"` };
  const asked = /^bytes=(\d+)-(\d+)$/.exec(range ?? "");
  if (!asked) return { status: 200, headers, body };
  const [from, to] = [Number(asked[1]), Math.min(Number(asked[2]) + 1, body.length)];
  if (from >= body.length) return { status: 416, headers: { "content-range": `bytes */${body.length}` } };
  const part = { ...headers, "content-range": `bytes ${from}-${to - 1}/${body.length}` };
  return { status: 206, headers: part, body: body.subarray(from, to) };
}
