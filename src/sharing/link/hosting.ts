import { ownSource, type ScopeState, writeLink } from "../../state";
import { pageAddress, type Sharing, sharedState } from "./link-to";

/** What has to be done before a space of this machine can be linked. */
export interface Hosting {
  /** The folder that the command makes. */
  folder: string;
  /** What packs it, on the command line; null where there is no file that could be packed. */
  command: string | null;
  /** What asks a server whether this page may read the folder from it. */
  check: string;
  /** What its address may look like. */
  example: string;
}

const RUN = "npm run -s matryoscope --";

/** How to pack and host the space that is open; null for one that a link tells already. */
export function hostingOf({ data, manifest }: Pick<ScopeState, "data" | "manifest">): Hosting | null {
  const source = ownSource(data);
  if (!source) return null;
  const folder = folderName(manifest?.title ?? data);
  const packed = packedOf(source);
  const command = packed && `${RUN} pack ${[...packed, "--out", folder].map(quoted).join(" ")}`;
  const check = `curl -sI -H "Origin: ${location.origin}" https://…/${folder}/dataset.json`;
  return { folder, command, check, example: `https://name.github.io/${folder}/` };
}

/** The link that a view will have, once its space lies at an address; null for what is no address. */
export function hostedLink(state: ScopeState, address: string, sharing: Sharing): string | null {
  const url = URL.parse(/^https?:/.test(address) ? address : `https://${address}`);
  if (!url || !/[.:]|^localhost$/.test(url.hostname)) return null;
  if (!/\.\w+$/.test(url.pathname) && !url.pathname.endsWith("/")) url.pathname += "/";
  return pageAddress() + writeLink({ ...sharedState(state, sharing), data: url.href });
}

/** The arguments of `pack` that draw and keep what the page did; null where it had no file. */
function packedOf({ input, plan }: NonNullable<ReturnType<typeof ownSource>>): string[] | null {
  const data = dataOf(input);
  if (!data) return null;
  const dims = "dims" in input && input.dims !== undefined ? ["--dims", String(input.dims)] : [];
  if (!plan) return [...data, ...dims];
  const { vector, titles, texts, rows, seed, type } = plan;
  return [
    ...data,
    ...dims,
    "--vector",
    vector,
    ...(titles === null ? [] : ["--title", titles]),
    ...(texts === null || texts === titles ? [] : ["--text", texts]),
    ...(rows === null ? [] : ["--rows", String(rows), "--seed", String(seed)]),
    ...(type === "f4" ? [] : ["--dtype", type]),
  ];
}

function dataOf(input: NonNullable<ReturnType<typeof ownSource>>["input"]): string[] | null {
  if (input.kind === "files") {
    const [{ path }] = input.files;
    const manifest = input.files.find((one) => /(^|\/)dataset\.json$/.test(one.path));
    // A dataset folder is packed as one.
    if (manifest && path.includes("/")) return [path.slice(0, path.indexOf("/"))];
    return input.files.map((one) => one.path || one.file.name);
  }
  if (input.kind === "url") return [input.url];
  if (input.kind === "hub") return [`https://huggingface.co/datasets/${input.dataset}`];
  return null;
}

function folderName(title: string): string {
  const name = title
    .normalize("NFKD")
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .replace(/^-+|-+$/g, "")
    .toLowerCase();
  return name || "space";
}

// A file may be named as a command: what is not plain stands in quotes, within which a shell reads nothing.
function quoted(word: string, index: number): string {
  const text = index === 0 && word.startsWith("-") ? `./${word}` : word;
  return /^[\p{L}\p{N}._/:=-]+$/u.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}
