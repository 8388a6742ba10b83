import { fileAddress } from "./addresses";
import { datasetName, isDatasetPage } from "./dataset-name";

/** What lies at an address. */
export type UrlPlace =
  /** A dataset folder, with its `dataset.json`; the address ends with a stroke. */
  | { kind: "folder"; url: string }
  /** A dataset of the Hugging Face hub. */
  | { kind: "hub"; dataset: string }
  | { kind: "file"; url: string };

/**
 * Tells a dataset folder, a page of the hub and a file apart. Only an address whose end has no suffix is asked whether
 * there is a `dataset.json`; whatever stands in the way of that answer is left to the opening of a file to tell.
 *
 * @throws SourceError for what is no address
 */
export async function placeOfUrl(
  address: string,
  options: { signal?: AbortSignal | undefined } = {},
): Promise<UrlPlace> {
  if (isDatasetPage(address)) return { kind: "hub", dataset: datasetName(address) };
  const url = fileAddress(address);
  const manifest = /^(.*\/)dataset\.json$/.exec(url.pathname);
  if (manifest) return { kind: "folder", url: new URL(`${manifest[1]}${url.search}`, url).href };
  const last = url.pathname.split("/").at(-1) as string;
  if (/\.\w+$/.test(last)) return { kind: "file", url: url.href };
  const folder = new URL(url);
  if (last) folder.pathname += "/";
  const { signal } = options;
  const response = await fetch(new URL("dataset.json", folder), signal ? { signal } : {}).catch(() => null);
  signal?.throwIfAborted();
  const text = response?.ok ? await response.text().catch(() => "") : "";
  if (!response?.ok) await response?.body?.cancel();
  // A host that answers every address with its own page has no such folder.
  return text.trimStart().startsWith("{") ? { kind: "folder", url: folder.href } : { kind: "file", url: url.href };
}
