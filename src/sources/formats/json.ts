import { type Said, said, saidList } from "../../i18n/said";
import type { ByteFile } from "../byte-file";
import { SourceError } from "../problem";
import type { Format, Table } from "../table";
import { openLarge } from "./json/large";
import { isObject } from "./json/leaves";
import { placesIn } from "./json/look";
import { parse, parseDocuments } from "./json/parse";
import { recordsAt } from "./json/records";
import { closed, valueEnd } from "./json/scan";
import { type Rows, tableOf } from "./json/table";
import { decodeHead, encodingOf } from "./text/encoding";

/** Up to this size a document is parsed at once; beyond, its records come one by one where they lie together. */
const SMALL = 64 << 20;
const HEAD = 4 << 20;
/** No engine holds a longer text. */
const LARGEST = 480 << 20;
const MOST_TABLES = 4;
const NAMED_FIELDS = 8;
/** More than this in one field of an object, and the object is no record. */
const MANY = 100;

/**
 * Documents in JSON: arrays and objects of records, of vectors or of columns, as programs, notebooks and the servers of
 * models and of vectors write them. Where the vectors are is found by looking.
 */
export const json: Format = {
  id: "json",
  label: "JSON",
  suffixes: [".json"],
  sniff(head, { size }) {
    const encoding = encodingOf(head);
    const text = encoding ? decodeHead(head, encoding).trimStart() : "";
    if (!/^(\{\s*["}]|\[\s*["[{\-\d\]tfnNI])/.test(text)) return null;
    const end = valueEnd(text, 0);
    return end < 0 ? sniffOpen(text) : sniffClosed(text, end, head.length >= size);
  },
  async open(file) {
    if (file.size > SMALL) {
      const large = await openLarge(file, HEAD);
      if (large) return [large];
      if (file.size > LARGEST) throw tooLarge(file);
    }
    const bytes = await file.slice(0, file.size);
    const text = decodeHead(bytes, encodingOf(bytes.subarray(0, 65_536)) ?? "utf-8");
    const documents = parseDocuments(text, file);
    const places = placesIn(documents[0]);
    const best = places.filter(({ dims }) => dims > 0).slice(0, MOST_TABLES);
    const shown = best.length > 0 ? best : places.slice(0, 1);
    if (shown.length === 0) throw noRows(file, documents[0]);
    return shown.map((place): Table => {
      const records = recordsAt(documents, place);
      const path = place.path.filter((key) => key !== null).join(".");
      const rows: Rows = {
        count: records.count,
        async *read() {
          for (let row = 0; row < records.count; row++)
            yield { record: records.record(row), share: row / records.count };
        },
      };
      return tableOf(file, shown.length > 1 && path ? `${path} in ${file.name}` : file.name, rows, records);
    });
  },
};

/** A document whose end is not in sight: by what there is of it. */
function sniffOpen(text: string): "sure" | "maybe" {
  const start = parse(closed(text) ?? "");
  if (start === undefined) return "maybe";
  if (/^[^"]*\n/.test(text)) return "sure";
  // A line of JSON Lines may be longer than what is seen: it is one record, and no more in it than a vector.
  const [place] = placesIn(start);
  if (place) return place.kind === "itself" ? "maybe" : "sure";
  return Object.values(start as object).some((value) => isLarge(value)) ? "sure" : "maybe";
}

/** One document, or several that are more than a line each; values a line are JSON Lines. */
function sniffClosed(text: string, end: number, whole: boolean): "sure" | "maybe" | null {
  const first = text.slice(0, end);
  const rest = text.slice(end);
  if (parse(first) === undefined) return rest.trim() === "" ? "maybe" : null;
  if (rest.trim() === "") return whole || first.includes("\n") ? "sure" : null;
  if (!/^\s*[[{]/.test(rest)) return null;
  return first.includes("\n") || !/^[ \t\r]*\n/.test(rest) ? "sure" : null;
}

function tooLarge(file: ByteFile): SourceError {
  return new SourceError({
    what: said("The file {name} is a document of {size} MB in which no records are found one behind the other.", {
      name: file.name,
      size: Math.round(file.size / 1e6).toLocaleString("en"),
    }),
    where: file.where,
    remedy: said('Write it as records, one a line (pandas: orient="records", lines=True), or as Parquet.'),
  });
}

function noRows(file: ByteFile, document: unknown): SourceError {
  return new SourceError({
    what: said("The file {name} has no vectors in it: it is {what}.", { name: file.name, what: told(document) }),
    where: file.where,
    remedy: said("Vectors are arrays of numbers, one in each record, or an array of such arrays."),
  });
}

function told(document: unknown): Said {
  if (Array.isArray(document)) {
    const kind = typeof document[0];
    const count = document.length.toLocaleString("en");
    if (document.length === 0) return said("an empty array");
    return kind === "object"
      ? said("an array of {count}", { count })
      : said(
          "an array of {count} {kind, select, string {strings} number {numbers} boolean {booleans} other {values}}",
          {
            count,
            kind,
          },
        );
  }
  if (!isObject(document)) return said("a value of the type {type}", { type: typeof document });
  const keys = Object.keys(document);
  if (keys.length === 0) return said("an empty object");
  const names = saidList(keys.slice(0, NAMED_FIELDS).map((key) => `“${key.slice(0, 40)}”`));
  if (keys.length <= NAMED_FIELDS) return said("an object with {names}", { names });
  return said("an object with {names} and {more} more", { names, more: keys.length - NAMED_FIELDS });
}

function isLarge(value: unknown): boolean {
  return typeof value === "object" && value !== null && Object.keys(value).length > MANY;
}
