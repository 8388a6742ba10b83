import { type Said, said, saidOn, type Words } from "../../../i18n/said";
import type { ByteFile } from "../../byte-file";
import { SourceError } from "../../problem";
import type { Table } from "../../table";
import type { ArrayColumn } from "./array-column";
import { arrayTable } from "./array-table";

const isVector = ({ column }: ArrayColumn) => column.kind === "vector";

/** A file may hold thousands of arrays that make no column: the first of them are told, of the others how many. */
function few(notes: Said[], most = 5): Said[] {
  if (notes.length <= most) return notes;
  return [
    ...notes.slice(0, most),
    said("So are {others} others.", { others: (notes.length - most).toLocaleString("en") }),
  ];
}

/** Bytes of the vectors in a group of arrays. */
const weight = (arrays: ArrayColumn[]) =>
  arrays.filter(isVector).reduce((most, { rows, rowBytes }) => Math.max(most, rows * rowBytes), 0);

/**
 * Makes tables of the arrays in a file: those with as many rows belong together. The table with the most vectors comes
 * first; arrays that no vectors stand beside are told of and left out, where there are vectors at all.
 *
 * @throws SourceError when there is no array with a row in it
 */
export function groupTables(format: Words, file: ByteFile, arrays: ArrayColumn[], notes: Said[]): Table[] {
  const groups = new Map<number, ArrayColumn[]>();
  for (const array of arrays) {
    const group = groups.get(array.rows);
    if (group) group.push(array);
    else groups.set(array.rows, [array]);
  }
  groups.delete(0);
  if (groups.size === 0) {
    throw new SourceError({
      what: saidOn(said("The file {name} holds no array of vectors.", { name: file.name }), few(notes, 3)),
      where: file.where,
      remedy: said("Save a matrix of numbers in it: one row a point, one column a dimension."),
    });
  }
  const sorted = [...groups.values()].sort((a, b) => weight(b) - weight(a));
  const told = sorted.some((group) => group.some(isVector)) ? sorted.filter((group) => group.some(isVector)) : sorted;
  const left = sorted
    .filter((group) => !told.includes(group))
    .flatMap((group) =>
      group.map(({ column, rows }) =>
        said("{name} is left out: no vectors have its {rows} rows.", {
          name: column.name,
          rows: rows.toLocaleString("en"),
        }),
      ),
    );
  return told.map((columns) => {
    const named = columns.filter(isVector);
    const names = (named.length ? named : columns).map(({ column }) => column.name).join(", ");
    const name = told.length === 1 ? file.name : `${names} in ${file.name}`;
    return arrayTable({ format, file, name, columns, notes: few([...notes, ...left]) });
  });
}
