import { said } from "../../i18n/said";
import type { ByteFile } from "../byte-file";
import type { Folder } from "../files";
import { FORMATS } from "../formats";
import { httpFolder } from "../http-folder";
import type { Inspection } from "../inspection";
import { openTables } from "../open-tables";
import { SourceError } from "../problem";
import type { Waiting } from "../staging/stage";
import type { Table } from "../table";
import { zippedFolder } from "../unpack/zipped-folder";
import { nameOf } from "./addresses";
import { Missing } from "./exchange";
import { listHubDataset } from "./hub";
import type { HubAddresses } from "./hub-answers";
import type { HubPartFiles } from "./hub-files";
import { openHubPart } from "./hub-table";
import { openUrl } from "./url-file";
import { placeOfUrl } from "./url-place";

/** What lies far away, opened as far as to tell what it is. */
export type Remote =
  | { kind: "folder"; folder: Folder }
  | { kind: "tables"; tables: Table[]; name: string; hub: Inspection["hub"] };

export interface HubChoice {
  dataset: string;
  config?: string | undefined;
  split?: string | undefined;
}

/**
 * Opens what lies at an address: a dataset folder, a file, or a dataset of the hub by its page.
 *
 * @throws SourceError
 */
export async function openRemote(
  { url, dims }: { url: string; dims?: number | undefined },
  waiting: Waiting = {},
  addresses?: HubAddresses,
): Promise<Remote> {
  const { signal } = waiting;
  const place = await placeOfUrl(url, { signal });
  if (place.kind === "hub") return openHub(place, waiting, addresses);
  if (place.kind === "folder") {
    return { kind: "folder", folder: httpFolder(place.url, signal ?? new AbortController().signal) };
  }
  const file = await opening(nameOf(new URL(place.url)), waiting, (progress) =>
    openUrl(place.url, { signal, progress }),
  );
  const zipped = await zippedFolder(file);
  if (zipped) return { kind: "folder", folder: zipped };
  const beside = (path: string) => besideUrl(place.url, path, signal);
  const tables = await openTables([file], { dims, beside, signal });
  return { kind: "tables", tables, name: file.name, hub: null };
}

/** A file that another names, by a path beside it or an address; null where it is not there. */
export async function besideUrl(url: string, path: string, signal: AbortSignal | undefined): Promise<ByteFile | null> {
  try {
    return await openUrl(new URL(path, url).href, { signal });
  } catch (error) {
    if (error instanceof Missing) return null;
    throw error;
  }
}

/**
 * Opens a part of a dataset of the hub: the one that is named, or else its first that is whole, preferably for training.
 *
 * @throws SourceError
 */
export async function openHub(
  { dataset, config, split }: HubChoice,
  waiting: Waiting = {},
  addresses?: HubAddresses,
  open: (file: ByteFile) => Promise<Table[]> = (file) => openParquet(file, waiting.signal),
): Promise<Remote> {
  const { signal, progress } = waiting;
  progress?.(said("Asking Hugging Face what there is"), null);
  const { name, parts, notes } = await listHubDataset(dataset, { signal, addresses });
  const chosen = choose(parts, config, split);
  if (chosen < 0) {
    throw new SourceError({
      what: said("The dataset {name} has no part “{part}”.", {
        name,
        part: [config, split].filter(Boolean).join(", "),
      }),
      where: `https://huggingface.co/datasets/${name}`,
      remedy: said("Choose one of these: {parts}.", {
        parts: parts
          .slice(0, 8)
          .map((part) => `${part.config}, ${part.split}`)
          .join("; "),
      }),
    });
  }
  const table = await opening(name, waiting, (told) =>
    // Of how many bytes, nobody knows: only the ends of the files come.
    openHubPart(name, parts[chosen], open, { signal, progress: (bytes) => told(bytes, null) }),
  );
  const hub = { parts: parts.map((part) => ({ ...part, files: part.files.length })), chosen };
  return { kind: "tables", tables: [{ ...table, notes: [...notes, ...table.notes] }], name, hub };
}

/** The hub says that these are Parquet: their beginnings are not fetched to see it. */
function openParquet(file: ByteFile, signal: AbortSignal | undefined): Promise<Table[]> {
  const parquet = FORMATS.find(({ id }) => id === "parquet");
  return parquet ? parquet.open(file, { signal }) : openTables([file], { signal });
}

function choose(parts: HubPartFiles[], config: string | undefined, split: string | undefined): number {
  const fits = parts.filter((part) => (config ?? part.config) === part.config && (split ?? part.split) === part.split);
  const [best] = fits.toSorted((a, b) => Number(a.partial) - Number(b.partial) || rank(a) - rank(b));
  return best ? parts.indexOf(best) : -1;
}

function rank({ config, split }: HubPartFiles): number {
  return (split === "train" ? 0 : 2) + (config === "default" ? 0 : 1);
}

/** Tells in words what comes while something is opened; what comes later is told by who reads it. */
function opening<T>(
  name: string,
  { progress }: Waiting,
  open: (told: (bytes: number, total: number | null) => void) => Promise<T>,
): Promise<T> {
  let going = true;
  const told = (bytes: number, total: number | null) => {
    if (going)
      progress?.(
        said("{bytes} MB of {name} fetched", { bytes: (bytes / 1e6).toFixed(1), name }),
        total ? bytes / total : null,
      );
  };
  return open(told).finally(() => {
    going = false;
  });
}
