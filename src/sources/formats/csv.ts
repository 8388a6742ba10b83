import { said } from "../../i18n/said";
import type { Format } from "../table";
import { openCsv } from "./csv/open";
import { encodingOf } from "./text/encoding";

/** Tables as text: cells divided by commas, semicolons, tabs, bars or blanks, as spreadsheets and notebooks write them. */
export const csv: Format = {
  id: "csv",
  label: said("CSV or TSV"),
  suffixes: [".csv", ".tsv", ".tab", ".txt"],
  // Any text may be one; formats that know their text better say so themselves.
  sniff: (head) => (encodingOf(head) === null ? null : "maybe"),
  open: async (file, options) => [await openCsv(file, options)],
};
