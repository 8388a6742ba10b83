import { said } from "../../i18n/said";
import { SourceError } from "../problem";

/** As the hub's own library has it: letters, digits, and - . _ between them. */
const PART = /^[A-Za-z0-9_](?:[A-Za-z0-9._-]{0,94}[A-Za-z0-9_])?$/;

/**
 * The name of a dataset on the Hugging Face hub, as people write or copy it: `owner/name`, the address of its page, or
 * `hf://datasets/owner/name`.
 *
 * @throws SourceError for what can be no such name
 */
export function datasetName(text: string): string {
  const typed = text.trim();
  const [, rest] =
    /^(?:(?:https?:\/\/)?(?:www\.)?(?:huggingface\.co|hf\.co)\/datasets\/|hf:\/\/datasets\/|datasets\/)?(.*)$/.exec(
      typed,
    ) as RegExpExecArray;
  const parts = rest.split(/[?#@]/)[0].replace(/\/$/, "").split("/");
  // What follows in the address of a page: its files, its viewer, its discussions.
  const page = /^(tree|viewer|blob|resolve|discussions|embed|settings|commits?|raw)$/;
  const end = parts.findIndex((part, index) => index > 0 && page.test(part));
  const name = end < 0 ? parts : parts.slice(0, end);
  const sound = name.every((part) => PART.test(part) && !/--|\.\./.test(part));
  if (sound && name.length <= 2 && name.join("/").length <= 96) return name.join("/");
  throw new SourceError({
    what: said("“{typed}” is not the name of a dataset on Hugging Face.", { typed: typed.slice(0, 200) }),
    remedy: said(
      "A name is that of its owner, a stroke and its own, as in Qdrant/dbpedia-entities-openai3-text-embedding-3-large-3072-1M.",
    ),
  });
}

/** Whether an address is that of a dataset's page on the hub, and not of one of its files. */
export function isDatasetPage(address: string): boolean {
  const match = /^(?:https?:\/\/)?(?:www\.)?(?:huggingface\.co|hf\.co)\/datasets\/(.+)$/.exec(address.trim());
  return match !== null && !/\/(blob|resolve|raw)\//.test(match[1]);
}
