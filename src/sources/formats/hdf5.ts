import { type Said, said } from "../../i18n/said";
import { SourceError } from "../problem";
import type { Format } from "../table";
import { groupTables } from "./arrays/group-tables";
import { findColumns } from "./hdf5/find";
import { openH5 } from "./hdf5/library";

const MARK = [0x89, 0x48, 0x44, 0x46, 0x0d, 0x0a, 0x1a, 0x0a];

/**
 * HDF5, as ann-benchmarks and many a lab lay it out: a data set of two axes is a column of vectors, one of one axis a
 * column of numbers or texts, and those with as many rows are a table.
 */
export const hdf5: Format = {
  id: "hdf5",
  label: "HDF5",
  suffixes: [".hdf5", ".h5", ".hdf", ".he5"],
  sniff(head) {
    // The mark may stand behind bytes of another program: at 0, 512, 1024, 2048 and so on.
    for (let at = 0; at + MARK.length <= head.length; at = at === 0 ? 512 : 2 * at) {
      if (MARK.every((byte, i) => head[at + i] === byte)) return "sure";
    }
    return null;
  },
  async open(file) {
    const notes: Said[] = [];
    try {
      return groupTables("HDF5", file, await findColumns(file, await openH5(file), notes), notes);
    } catch (error) {
      if (error instanceof SourceError) throw error;
      throw new SourceError({
        what: said("The file {name} begins as HDF5 and cannot be read on: it is damaged or ends early.", {
          name: file.name,
        }),
        where: file.where,
        remedy: said("Copy it again, or write it anew."),
      });
    }
  },
};
