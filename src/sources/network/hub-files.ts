/** A Parquet file of a dataset on the hub. */
export interface HubFile {
  /** Where it lies in the dataset. */
  path: string;
  url: string;
  /** In bytes, as the hub says. */
  size: number;
}

/** A part of a dataset: a split of one of its configurations, in some files. */
export interface HubPartFiles {
  config: string;
  split: string;
  files: HubFile[];
  /** Of all files. */
  bytes: number;
  /** The hub has only a beginning of it in Parquet. */
  partial: boolean;
}

/** Files that belong together, put together: in the order in which they come. */
export function intoParts(files: (HubFile & { config: string; split: string; partial?: boolean })[]): HubPartFiles[] {
  const parts = new Map<string, HubPartFiles>();
  for (const { config, split, path, url, size, partial = false } of files) {
    const key = JSON.stringify([config, split]);
    const part = parts.get(key) ?? { config, split, files: [], bytes: 0, partial: false };
    part.files.push({ path, url, size });
    part.bytes += size;
    part.partial ||= partial;
    parts.set(key, part);
  }
  return [...parts.values()];
}

/**
 * Which configuration and split a Parquet file belongs to, by its path, as the hub's own library reads paths: a split is
 * named by the file (`data/train-00000-of-00026.parquet`) or its folder (`en/train/0000.parquet`), a configuration by
 * the folder above.
 */
export function placeOf(path: string): { config: string; split: string } {
  const folders = path.split("/");
  const file = (folders.pop() as string).replace(/\.parquet$/i, "");
  const named = file.replace(/(^|[-_.])\d+([-_.]of[-_.]\d+)?([-_.][0-9a-f]{16})?$/i, "");
  const split = named || folders.pop() || "train";
  const config = folders.filter((folder) => folder !== "data").join("/");
  return { config: config || "default", split };
}

/** Names in the order in which a person counts: `part-2` before `part-10`. */
export function byName(a: { path: string }, b: { path: string }): number {
  return a.path.localeCompare(b.path, "en", { numeric: true });
}
