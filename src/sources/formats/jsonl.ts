import { said } from "../../i18n/said";
import { SourceError } from "../problem";
import type { Batch, Format, ReadRequest } from "../table";
import { type Block, blocksOf } from "./csv/records";
import { rowsIn, sharedPlace } from "./json/expand";
import { columnsOfLeaves, fillVector, type JsonColumn } from "./json/leaves";
import type { Place } from "./json/look";
import { parse } from "./json/parse";
import { decodeHead, encodingOf } from "./text/encoding";
import { Gather } from "./text/gather";

const HEAD = 1 << 20;
const COUNTED = 4 << 20;
const SAMPLE = 60;
// A blank as delimiter: quotes mean nothing to where a line ends.
const LINES = { delimiter: " ", newline: "\n", decimal: "." } as const;

/** JSON Lines: a value a line, OpenAI's batch output among them. */
export const jsonl: Format = {
  id: "jsonl",
  label: "JSON Lines",
  suffixes: [".jsonl", ".ndjson"],
  sniff(head) {
    const encoding = encodingOf(head);
    const [first, second] = encoding ? decodeHead(head, encoding).trimStart().split("\n", 2) : [""];
    if (!/^[[{]/.test(first)) return null;
    return second === undefined || parse(first) !== undefined ? "maybe" : null;
  },
  async open(file, { signal }) {
    const head = await file.slice(0, HEAD);
    const encoding = encodingOf(head) ?? "utf-8";
    const lines = decodeHead(head, encoding).split("\n");
    if (file.size > HEAD) lines.pop();
    const filled = lines.filter((line) => line.trim() !== "");
    const records = filled
      .slice(0, SAMPLE)
      .map(parse)
      .filter((record) => record !== undefined && record !== null);
    const stem = file.name.replace(/\.[^.]*$/, "");
    const path = sharedPlace(records);
    const columns = columnsOfLeaves(records.flatMap((record) => rowsIn(record, path, stem)));
    if (columns.length === 0) {
      throw new SourceError({
        what: said("None of the first lines of {name} is a value in JSON.", { name: file.name }),
        where: file.where,
        remedy: said("Check that it was written to its end, one JSON value a line."),
      });
    }
    let rows: number | null = null;
    const blocks = (stop = signal) => blocksOf(file, { encoding, ...LINES }, stop);
    if (file.size < COUNTED) {
      rows = 0;
      for await (const block of blocks()) {
        for (const { text } of linesOf(block)) rows += path ? rowsIn(parse(text), path, stem).length : 1;
      }
    }
    const several =
      records.length /
      Math.max(
        1,
        records.reduce<number>((sum, one) => sum + rowsIn(one, path, stem).length, 0),
      );
    const mean = (several * (encoding.startsWith("utf-16") ? 2 : 1) * filled.join("\n").length) / filled.length;
    return [
      {
        format: "JSON Lines",
        name: file.name,
        where: file.where,
        rows,
        ...(rows === null ? { about: Math.round(file.size / mean) } : {}),
        columns: columns.map(({ parts, ...column }) => column),
        notes: [],
        batches: (request) => read(blocks(request.signal), columns, { path, stem }, request),
      },
    ];
  },
};

async function* read(
  blocks: AsyncGenerator<Block>,
  columns: JsonColumn[],
  { path, stem }: { path: Place["path"] | null; stem: string },
  request: ReadRequest,
): AsyncGenerator<Batch> {
  const vector = columns.find(({ name }) => name === request.vector);
  const gather = new Gather(request, vector?.vector?.dims ?? 0);
  let row = 0;
  for await (const block of blocks) {
    for (const { line, text } of linesOf(block)) {
      // A line that is no row to be read is parsed only where it may be several.
      const wanted = gather.wants(row);
      const record = wanted || path ? parse(text) : null;
      for (const leaves of wanted || path ? rowsIn(record, path, stem) : [null]) {
        if (leaves && gather.wants(row)) {
          const why =
            record === undefined
              ? said("is not JSON, or cut short")
              : vector && fillVector(leaves, vector, gather.slot());
          if (why) gather.skip(row, said("line {line}", { line }), why);
          else gather.add(row, (name) => leaves.get(name));
          if (gather.full) yield gather.take(block.share);
        }
        row++;
      }
    }
    if (gather.finished) break;
  }
  if (!gather.empty) yield gather.take(1);
}

function* linesOf({ text, line }: Block): Generator<{ line: number; text: string }> {
  for (const each of text.split("\n")) {
    if (each.trim() !== "") yield { line, text: each };
    line++;
  }
}
