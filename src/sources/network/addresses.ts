import { said } from "../../i18n/said";
import { SourceError } from "../problem";

/** A page about a file, and where the file itself lies. */
interface Rewrite {
  host: RegExp;
  path: RegExp;
  to(match: RegExpExecArray, url: URL): string;
}

const REWRITES: Rewrite[] = [
  {
    host: /^github\.com$/,
    path: /^\/([^/]+)\/([^/]+)\/(?:blob|raw)\/(.+)$/,
    to: ([, owner, repo, rest]) => `https://raw.githubusercontent.com/${owner}/${repo}/${rest}`,
  },
  {
    host: /^gist\.github\.com$/,
    path: /^\/([^/]+)\/([0-9a-f]+)\/?$/,
    to: ([, owner, id]) => `https://gist.githubusercontent.com/${owner}/${id}/raw`,
  },
  {
    host: /^(gitlab\.com|.*gitlab.*)$/,
    path: /^(.+)\/-\/blob\/(.+)$/,
    to: ([, project, rest], url) => `${url.origin}${project}/-/raw/${rest}`,
  },
  {
    host: /^(www\.)?(huggingface\.co|hf\.co)$/,
    path: /^(.+?)\/(?:blob|raw|resolve)\/(.+)$/,
    to: ([, repo, rest]) => `https://huggingface.co${repo}/resolve/${rest}`,
  },
];

/** Hosts whose links lead to a page, and that let no other page read the file behind it. */
const CLOSED: [host: RegExp, name: string][] = [
  [/^(drive|docs)\.google\.com$/, "Google Drive"],
  [/^(www\.)?dropbox\.com$/, "Dropbox"],
  [/^(1drv\.ms|onedrive\.live\.com|.+\.sharepoint\.com)$/, "OneDrive"],
  [/^(www\.)?kaggle\.com$/, "Kaggle"],
];

/**
 * Reads an address as people copy it, and turns that of a page about a file (on GitHub, GitLab, Hugging Face) into that
 * of the file. `s3:`, `gs:` and `hf:` become what they stand for.
 *
 * @throws SourceError for what is no address, and for hosts that never let a page read
 */
export function fileAddress(text: string): URL {
  const typed = text.trim();
  const url = parse(typed);
  const closed = CLOSED.find(([host]) => host.test(url.hostname));
  if (closed) {
    throw new SourceError({
      what: said("A link of {site} leads to a page, and {site} lets no other page read the file behind it.", {
        site: closed[1],
      }),
      where: typed,
      remedy: said("Download the file there and drop it here."),
    });
  }
  for (const { host, path, to } of REWRITES) {
    const match = host.test(url.hostname) ? path.exec(url.pathname) : null;
    if (match) return new URL(to(match, url));
  }
  return url;
}

function parse(typed: string): URL {
  const bucket = /^(s3|gs|hf):\/\/([^/]+)\/(.+)$/.exec(typed);
  const spelt = bucket ? behindScheme(bucket) : typed;
  // "example.org/x.npy" is what one types, and "localhost:8000/x.npy", which has no certificate.
  const bare = !/^[a-z][a-z0-9+.-]*:(?!\d)/i.test(spelt);
  const whole = bare ? `${/^(localhost|127\.)/i.test(spelt) ? "http" : "https"}://${spelt}` : spelt;
  const url = URL.canParse(whole) ? new URL(whole) : null;
  if (
    url &&
    /^https?:$/.test(url.protocol) &&
    (url.hostname.includes(".") || /^(localhost|\[.+\])$/.test(url.hostname))
  ) {
    url.hash = "";
    return url;
  }
  throw new SourceError({
    what: said("“{typed}” is not the address of a file on the web.", { typed: typed.slice(0, 200) }),
    remedy: said("An address begins with https:// and names a server and a file."),
  });
}

function behindScheme([, scheme, first, rest]: RegExpExecArray): string {
  if (scheme === "s3") return `https://${first}.s3.amazonaws.com/${rest}`;
  if (scheme === "gs") return `https://storage.googleapis.com/${first}/${rest}`;
  const [owner, name, ...path] = rest.split("/");
  const [repo, revision = "main"] = (name ?? "").split("@");
  return `https://huggingface.co/${first}/${owner}/${repo}/resolve/${revision}/${path.join("/")}`;
}

/** What a file is called, from its address. */
export function nameOf(url: URL): string {
  const last = url.pathname.split("/").filter(Boolean).at(-1) ?? url.hostname;
  try {
    return decodeURIComponent(last);
  } catch {
    return last;
  }
}
