import { type Said, said } from "../../../i18n/said";
import type { ByteFile } from "../../byte-file";
import { SourceError } from "../../problem";
import type { Batch, ReadRequest, Table } from "../../table";
import { type Block, blocksOf } from "../csv/records";
import { encodingOf } from "../text/encoding";
import { Gather } from "../text/gather";
import { LineReader } from "./line";
import { type Header, numbersOf, wholeLines } from "./sniff";

const HEAD = 1 << 20;
/** Smaller files are counted at once. */
const COUNTED = 4 << 20;
const count = (n: number) => n.toLocaleString("en");

interface Layout {
  dims: number;
  header: boolean;
  /** As the header says, where the lines were not counted. */
  claimed: number | null;
  blocks(signal?: AbortSignal): AsyncGenerator<Block>;
}

/**
 * The text form: a word and its numbers a line, one space between them, behind a line that says how many there are, or
 * without it.
 *
 * @throws SourceError when its lines are no such lines, or fewer than its header says
 */
export async function openText(file: ByteFile, header: Header | null, signal?: AbortSignal): Promise<Table> {
  const head = await file.slice(0, HEAD);
  const lines = wholeLines(head, file.size).slice(header ? 1 : 0);
  const dims = header?.dims ?? (lines.length > 0 ? numbersOf(lines[0]) : null);
  if (dims === null || lines.length === 0) {
    throw new SourceError({
      what: header
        ? said("The file {name} has no line of a word and its numbers behind its first line.", { name: file.name })
        : said("The file {name} has no line of a word and its numbers.", { name: file.name }),
      where: file.where,
      remedy: said("Check that it was written or copied to its end."),
    });
  }
  const least = header ? header.rows * 2 * dims : 0;
  if (header && header.offset + least > file.size) throw early(file, header.rows, null);
  const encoding = encodingOf(head) ?? "utf-8";
  const blocks = (stop?: AbortSignal) =>
    blocksOf(file, { encoding, delimiter: " ", newline: "\n", decimal: "." }, stop);
  const notes: Said[] = [];
  let rows = header?.rows ?? null;
  const counted = file.size < COUNTED;
  if (counted) {
    rows = 0;
    for await (const block of blocks(signal)) for (const _ of linesOf(block, header !== null)) rows++;
    if (header && rows < header.rows) throw early(file, header.rows, rows);
    if (header && rows > header.rows) {
      notes.push(
        said("Its first line says {claimed} words; all {rows} that are there are read.", {
          claimed: count(header.rows),
          rows: count(rows),
        }),
      );
    }
  }
  const layout: Layout = { dims, header: header !== null, claimed: counted ? null : rows, blocks };
  const mean = lines.reduce((sum, line) => sum + line.length + 1, 0) / lines.length;
  return {
    format: header ? "word2vec" : "GloVe",
    name: file.name,
    where: file.where,
    rows,
    ...(rows === null ? { about: Math.round(file.size / mean) } : {}),
    columns: [
      { name: "vector", kind: "vector", type: "text", vector: { dims, values: "f4" } },
      { name: "word", kind: "text", type: "text" },
    ],
    notes,
    batches: (request) => read(file, layout, request),
  };
}

async function* read(file: ByteFile, layout: Layout, request: ReadRequest): AsyncGenerator<Batch> {
  const { dims, header, claimed } = layout;
  const gather = new Gather(request, dims);
  const reader = new LineReader();
  const unread = new Float32Array(dims);
  let row = 0;
  for await (const block of layout.blocks(request.signal)) {
    for (const { line, text } of linesOf(block, header)) {
      if (row === claimed) break;
      if (gather.wants(row)) {
        const why = reader.read(text, request.vector === null ? unread : gather.slot());
        if (why) gather.skip(row, said("line {line}", { line }), why);
        else gather.add(row, () => reader.word);
        if (gather.full) yield gather.take(block.share);
      }
      row++;
    }
    if (gather.finished || row === claimed) break;
  }
  if (claimed !== null && row < claimed && !gather.finished) throw early(file, claimed, row);
  if (!gather.empty) yield gather.take(1);
}

/** Lines with something in them, without the header. */
function* linesOf({ text, line }: Block, header: boolean): Generator<{ line: number; text: string }> {
  for (const each of text.split("\n")) {
    if (each.trim() !== "" && !(header && line === 1)) yield { line, text: each };
    line++;
  }
}

function early(file: ByteFile, claimed: number, there: number | null): SourceError {
  const lines = there === null ? said("it is too short for them") : said("{there} are there", { there: count(there) });
  return new SourceError({
    what: said("The file {name} ends early: its first line says {claimed} words, and {lines}.", {
      name: file.name,
      claimed: count(claimed),
      lines,
    }),
    where: file.where,
    remedy: said("Copy it again, or set its first line right."),
  });
}
