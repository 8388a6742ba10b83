import * as v from "valibot";
import { type Said, said, saidList, type Words } from "../../i18n/said";
import { SourceError } from "../problem";
import { datasetName } from "./dataset-name";
import { getJson, HUGGING_FACE, type HubAddresses, type HubOptions, read } from "./hub-answers";
import { byName, type HubPartFiles, intoParts, placeOf } from "./hub-files";

/** What is published of a dataset in Parquet. */
export interface HubDataset {
  name: string;
  parts: HubPartFiles[];
  /** What should be known of them, in sentences. */
  notes: Said[];
}

const infoSchema = v.object({
  sha: v.optional(v.string(), "main"),
  gated: v.optional(v.union([v.literal(false), v.string()]), false),
});
const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const viewerSchema = v.object({
  parquet_files: v.array(
    v.object({ config: v.string(), split: v.string(), url: v.string(), filename: v.string(), size: count }),
  ),
  pending: v.optional(v.array(v.unknown()), []),
  failed: v.optional(v.array(v.unknown()), []),
  partial: v.optional(v.boolean(), false),
});
const treeSchema = v.array(v.object({ type: v.string(), path: v.string(), size: v.optional(count, 0) }));

// A thousand files a page: who has more has them in many parts, of which one is opened anyway.
const MOST_PAGES = 20;

/**
 * Lists the Parquet files of a dataset on the Hugging Face hub: as its viewer lists them, which has configurations and
 * splits and also what the hub has converted from other formats; and where that is missing or only a beginning, as they
 * lie in the dataset itself.
 *
 * @param typed its name or the address of its page; see `datasetName`
 * @throws SourceError for a dataset that is not there or not public, that must be agreed to, or that has no such file
 */
export async function listHubDataset(typed: string, options: HubOptions = {}): Promise<HubDataset> {
  const name = datasetName(typed);
  const addresses = options.addresses ?? HUGGING_FACE;
  const page = `${HUGGING_FACE.hub}/datasets/${name}`;
  const { sha, gated } = await info(name, page, addresses, options);
  if (gated) {
    throw new SourceError({
      what: said("The dataset {name} is given only to those who are logged in and have agreed to its terms.", { name }),
      where: page,
      remedy: said("Agree on its page, download the Parquet files there, and drop them here."),
    });
  }
  const converted = await listConverted(name, addresses, options);
  if (converted?.complete && converted.parts.length > 0) return { name, parts: converted.parts, notes: [] };
  const own = await listTree(name, sha, addresses, options);
  const parts = intoParts(own.filter(({ path }) => /\.parquet$/i.test(path)).sort(byName));
  const notes: Said[] = [];
  for (const part of converted?.parts ?? []) {
    const published = parts.some(({ config, split }) => split === part.split && config === part.config);
    if (published) continue;
    parts.push(part);
    if (part.partial) {
      notes.push(
        said("Of {config}, {split} the hub has only the first part in Parquet ({files} files).", {
          config: part.config,
          split: part.split,
          files: part.files.length,
        }),
      );
    }
  }
  if (parts.length > 0) return { name, parts, notes };
  throw new SourceError({
    what: noParquet(name, held(own), converted?.why),
    where: page,
    remedy: said("Download a file with vectors from its page and drop it here."),
  });
}

async function info(name: string, page: string, { hub }: HubAddresses, options: HubOptions) {
  const { response, json } = await getJson(`${hub}/api/datasets/${name}`, options);
  if (response.ok) return read(infoSchema, json, `${hub}/api/datasets/${name}`);
  throw new SourceError({
    what: said("There is no public dataset named {name} on Hugging Face (it answered {status}).", {
      name,
      status: response.status,
    }),
    where: page,
    remedy: said(
      "Check the spelling, capitals included; a private dataset can be downloaded from its page and dropped here.",
    ),
  });
}

async function listConverted(name: string, { hub, viewer }: HubAddresses, options: HubOptions) {
  const url = `${viewer}/parquet?dataset=${encodeURIComponent(name)}`;
  // Without its list there is still the dataset itself: that the viewer is down or busy stops nothing.
  const answer = await getJson(url, { ...options, tries: 1 }).catch((error: unknown) => {
    options.signal?.throwIfAborted();
    if (error instanceof SourceError) return null;
    throw error;
  });
  if (!answer) return null;
  if (!answer.response.ok) {
    const words = v.safeParse(v.object({ error: v.string() }), answer.json);
    return {
      parts: [],
      complete: false,
      why: words.success ? words.output.error.slice(0, 300).replace(/\.$/, "") : "",
    };
  }
  const { parquet_files, pending, failed, partial } = read(viewerSchema, answer.json, url);
  const files = parquet_files
    // Only the hub's own files: nothing else is fetched because an answer says so.
    .filter((file) => new URL(file.url, hub).origin === new URL(hub).origin)
    .map(({ config, split, url, filename, size }) => ({
      config,
      split,
      size,
      url,
      path: `${config}/${split}/${filename}`,
      partial: url.includes("/partial-"),
    }));
  const complete = !partial && pending.length === 0 && failed.length === 0;
  return { parts: intoParts(files), complete, why: "" };
}

async function listTree(name: string, revision: string, { hub }: HubAddresses, options: HubOptions) {
  const files: { path: string; url: string; size: number; config: string; split: string }[] = [];
  let url: string | null = `${hub}/api/datasets/${name}/tree/${encodeURIComponent(revision)}?recursive=true`;
  for (let pages = 0; url && pages < MOST_PAGES; pages++) {
    const { response, json } = await getJson(url, options);
    if (!response.ok) return files;
    for (const { type, path, size } of read(treeSchema, json, url)) {
      if (type !== "file") continue;
      // By revision and not by branch: what is read stays what was listed, whatever is pushed meanwhile.
      const place = path.split("/").map(encodeURIComponent).join("/");
      files.push({ path, size, url: `${hub}/datasets/${name}/resolve/${revision}/${place}`, ...placeOf(path) });
    }
    const next: string | undefined = /<([^>]+)>;\s*rel="next"/.exec(response.headers.get("link") ?? "")?.[1];
    url = next && new URL(next, url).origin === new URL(hub).origin ? new URL(next, url).href : null;
  }
  return files;
}

function noParquet(name: string, held: Words, why: string | null | undefined): Said {
  if (held !== "" && why) {
    return said("The dataset {name} has no Parquet files, but {held}; its viewer says: “{why}”.", { name, held, why });
  }
  if (held !== "") return said("The dataset {name} has no Parquet files, but {held}.", { name, held });
  if (why) return said("The dataset {name} has no Parquet files; its viewer says: “{why}”.", { name, why });
  return said("The dataset {name} has no Parquet files.", { name });
}

/** What a dataset without Parquet files holds: "3 csv, 1 json". */
function held(files: { path: string }[]): Words {
  const counts = new Map<string, number>();
  for (const { path } of files) {
    const suffix = /\.([a-z0-9]{1,8}(?:\.gz)?)$/i.exec(path)?.[1].toLowerCase();
    if (suffix && !/^(md|gitattributes)$/.test(suffix)) counts.set(suffix, (counts.get(suffix) ?? 0) + 1);
  }
  const list = [...counts].sort(([, a], [, b]) => b - a).slice(0, 4);
  return saidList(list.map(([suffix, number]) => `${number} ${suffix}`));
}
