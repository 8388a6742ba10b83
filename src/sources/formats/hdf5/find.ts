import type { Dataset, Group } from "h5wasm";
import { type Said, said } from "../../../i18n/said";
import type { ByteFile } from "../../byte-file";
import { SourceError } from "../../problem";
import type { ArrayColumn } from "../arrays/array-column";
import { dataSetColumn } from "./data-set";
import type { H5File } from "./library";

// A group may hold itself; so many things no file of vectors has.
const [DEEPEST, MOST] = [16, 2000];

/** The columns of a file, in all its groups. What makes none is told of in `notes`. */
export async function findColumns(file: ByteFile, h5: H5File, notes: Said[]): Promise<ArrayColumn[]> {
  const columns: ArrayColumn[] = [];
  let seen = 0;

  async function look(path: string, depth: number): Promise<void> {
    for (const name of await h5.attempt(() => (h5.root.get(path) as Group).keys())) {
      if (++seen > MOST) {
        throw new SourceError({
          what: said("The file {name} holds more than {most} data sets and groups.", {
            name: file.name,
            most: MOST.toLocaleString("en"),
          }),
          where: file.where,
          remedy: said("Copy those that belong together into a file of their own."),
        });
      }
      const inner = `${path === "/" ? "" : path}/${name}`;
      try {
        await take(inner, depth);
      } catch (error) {
        if (error instanceof SourceError) throw error;
        notes.push(said("{name} is left out: it is damaged.", { name: inner.slice(1) }));
      }
    }
  }

  async function take(path: string, depth: number): Promise<void> {
    const { Group, Dataset } = h5.library;
    const found = await h5.attempt(() => h5.root.get(path));
    if (found instanceof Group && depth < DEEPEST) await look(path, depth + 1);
    else if (found instanceof Dataset) {
      const column = await h5.attempt(() => dataSetColumn(file, h5, found as Dataset));
      if (!("sentence" in column)) columns.push(column);
      else notes.push(said("{name} is left out: it {why}.", { name: path.slice(1), why: column }));
    } else if (!(found instanceof h5.library.Datatype)) {
      notes.push(said("{name} is left out: what it points to is not in this file.", { name: path.slice(1) }));
    }
  }

  await look("/", 0);
  return columns;
}
