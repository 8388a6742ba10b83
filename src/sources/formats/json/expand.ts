import { leavesOf } from "./leaves";
import { type Place, placesIn, recordOf } from "./look";
import { valuesAt } from "./records";

/**
 * Where records hold several vectors each, as the answers to requests with several texts do; null where each has its own.
 *
 * @param records some of them
 */
export function sharedPlace(records: readonly unknown[]): Place["path"] | null {
  for (const record of records) {
    const [place] = placesIn(record);
    if (place?.kind === "elements" && place.dims > 0 && place.rows > 1 && place.path.length > 0) return place.path;
  }
  return null;
}

/** The values of the rows that a record holds: of each of its vectors, with what they have in common beside it. */
export function rowsIn(record: unknown, path: Place["path"] | null, stem: string): Map<string, unknown>[] {
  const common = leavesOf(record, stem);
  if (path === null) return [common];
  const elements = valuesAt(record, path).flatMap((value) => (Array.isArray(value) ? value : []));
  // Of an array of one object the values are there already, under the same names.
  if (elements.length < 2) return [common];
  const name = path.filter((key) => key !== null).join(".");
  common.delete(name);
  return elements.map((element) => new Map([...common, ...leavesOf(recordOf(element), stem, name)]));
}
