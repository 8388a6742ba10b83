import type { ByteFile } from "../../byte-file";
import type { Table } from "../../table";
import { decodeHead, encodingOf } from "../text/encoding";
import { type Place, placesIn, recordOf } from "./look";
import { parse } from "./parse";
import { piecesAt } from "./pieces";
import { entryOf, recordsAt } from "./records";
import { closed } from "./scan";
import { tableOf } from "./table";

/**
 * A document that is too large to be held, read record by record; null where its beginning shows no records that lie
 * together.
 *
 * @param headBytes how much of its beginning is looked at
 */
export async function openLarge(file: ByteFile, headBytes: number): Promise<Table | null> {
  const head = await file.slice(0, headBytes);
  const encoding = encodingOf(head.subarray(0, 65_536)) ?? "utf-8";
  const start = parse(closed(decodeHead(head, encoding)) ?? "");
  const place = placesIn(start).find(({ kind, dims }) => dims > 0 && (kind === "elements" || kind === "entries"));
  if (!place) return null;
  const first = recordsAt([start], place);
  const about = Math.round((first.count * file.size) / head.length);
  const rows = {
    count: null,
    about,
    async *read(signal?: AbortSignal) {
      for await (const { text, share } of piecesAt(file, encoding, place, signal)) {
        yield { record: recordIn(text, place), share };
      }
    },
  };
  return tableOf(file, file.name, rows, first);
}

function recordIn(text: string, { kind, names }: Place): unknown {
  if (kind === "elements") {
    const element = parse(text);
    return element === undefined ? undefined : recordOf(element, names);
  }
  const entry = parse(`{${text}}`);
  if (entry === undefined) return undefined;
  const [key, value] = Object.entries(entry as object)[0] ?? ["", null];
  return entryOf(key, value);
}
