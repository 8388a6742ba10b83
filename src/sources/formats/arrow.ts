import { said } from "../../i18n/said";
import { SourceError } from "../problem";
import type { Format } from "../table";
import { readMessage } from "./arrow/message";
import { isArrowFile, prefix } from "./arrow/messages";

/** Arrow IPC, as a file (Feather V2 too) and as a stream, as Hugging Face datasets, pandas and Polars write it. */
export const arrow: Format = {
  id: "arrow",
  label: said("Arrow or Feather"),
  suffixes: [".arrow", ".feather", ".arrows", ".ipc"],
  sniff: (head) => (isArrowFile(head) || isFirstFeather(head) || isStream(head) ? "sure" : null),
  async open(file) {
    if (isFirstFeather(await file.slice(0, 4))) {
      throw new SourceError({
        what: said("The file {name} is in the first version of Feather, which nothing writes any more.", {
          name: file.name,
        }),
        where: file.where,
        remedy: said("Read it where it was made and write it as Feather V2 or Parquet."),
      });
    }
    const { arrowTable } = await import("./arrow/arrow-table");
    return [await arrowTable(file)];
  },
};

function isFirstFeather(head: Uint8Array): boolean {
  return [..."FEA1"].every((letter, i) => head[i] === letter.charCodeAt(0));
}

/** Whether the first message tells of columns, as that of every stream does. */
function isStream(head: Uint8Array): boolean {
  const start = prefix(head);
  if (!start || start.length < 8 || start.begin + start.length > head.length) return false;
  try {
    return readMessage(head.subarray(start.begin, start.begin + start.length)).kind === "schema";
  } catch {
    return false;
  }
}
