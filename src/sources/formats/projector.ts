import { said } from "../../i18n/said";
import type { ByteFile } from "../byte-file";
import { hold } from "../join/held";
import { match } from "../join/match";
import { SourceError } from "../problem";
import type { Format, OpenOptions, Table } from "../table";
import { gunzip } from "../unpack/gunzip";
import { openCsv } from "./csv/open";
import { type Embedding, embeddingsIn, isConfig } from "./projector/config";
import { openTensor } from "./projector/tensor";
import { decodeHead, encodingOf } from "./text/encoding";

const MOST_BYTES = 1 << 20;

/** A config of TensorBoard's Embedding Projector, with the files that it names: vectors, and what is known of them. */
export const projector: Format = {
  id: "projector",
  label: said("TensorBoard projector"),
  suffixes: [".json", ".pbtxt"],
  sniff(head, { size }) {
    const encoding = size > MOST_BYTES ? null : encodingOf(head);
    return encoding && isConfig(decodeHead(head, encoding)) ? "sure" : null;
  },
  async open(file, options) {
    const bytes = await file.slice(0, Math.min(file.size, MOST_BYTES));
    const embeddings = embeddingsIn(decodeHead(bytes, encodingOf(bytes) ?? "utf-8"));
    if (!embeddings || embeddings.length === 0) {
      throw new SourceError({
        what: embeddings
          ? said("The config {name} names no vectors.", { name: file.name })
          : said("The config {name} names no vectors, or it is cut short.", { name: file.name }),
        where: file.where,
        remedy: said("Each of its “embeddings” needs a “tensorPath”; the vectors may also be opened by themselves."),
      });
    }
    const tables: Table[] = [];
    const missing: string[] = [];
    for (const embedding of embeddings) {
      options.signal?.throwIfAborted();
      const tensor = await fileAt(embedding.tensor, options);
      if (tensor) tables.push(await openOne(embedding, tensor, options));
      else missing.push(embedding.tensor);
    }
    if (tables.length === 0) throw notHere(file, missing);
    if (missing.length > 0)
      tables[0].notes.push(
        said("Of what {name} names these are not here: {missing}.", { name: file.name, missing: missing.join(", ") }),
      );
    return tables;
  },
};

async function openOne(embedding: Embedding, tensor: ByteFile, options: OpenOptions): Promise<Table> {
  const vectors = await openTensor(tensor, embedding, options);
  const notes = embedding.sprite ? [said("The pictures of its points, one large picture of all, are not shown.")] : [];
  const { metadata, name } = embedding;
  const file = metadata === null ? null : await fileAt(metadata, options);
  if (!file) {
    if (metadata !== null)
      notes.push(said("What is known of its points, {metadata}, is not here: they have no names.", { metadata }));
    return { ...vectors, format: "TensorBoard", notes: [...vectors.notes, ...notes] };
  }
  const open = (header?: boolean) =>
    openCsv(file, options, { delimiter: "\t", ...(header === undefined ? {} : { header }) });
  const table = await match(vectors, { held: await hold(await open(), options.signal), reopen: open }, options.signal);
  return { ...table, name, format: "TensorBoard", notes: [...table.notes, ...notes] };
}

async function fileAt(path: string, { beside, signal }: OpenOptions): Promise<ByteFile | null> {
  const file = (await beside?.(path)) ?? null;
  return file && gunzip(file, signal);
}

function notHere(file: ByteFile, missing: string[]): SourceError {
  const [first] = missing;
  const values = { name: file.name, first: first.slice(0, 200), more: missing.length - 1 };
  return new SourceError({
    what:
      missing.length > 1
        ? said("The config {name} names its vectors in {first} and {more} more, and they are not here.", values)
        : said("The config {name} names its vectors in {first}, and they are not here.", values),
    where: file.where,
    remedy: /^https?:/.test(first)
      ? said("Open the config by its own address, or fetch what it names and give all the files at once.")
      : said("Give the config and the files that it names at once."),
  });
}
