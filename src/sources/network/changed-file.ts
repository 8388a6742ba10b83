import { type Said, said } from "../../i18n/said";
import { SourceError } from "../problem";
import { version } from "./content-range";

/** An error that says that two answers of one address are of different files. */
export function changedFile(name: string, where: string, how: Said): SourceError {
  return new SourceError({
    what: said("The file {name} was changed on its server while it was being read: {how}.", { name, how }),
    where,
    remedy: said("Open it again to read it as it is now."),
  });
}

/**
 * Checks that an answer is of the version that was known before; where one of the two is not told it passes.
 *
 * @returns the version as it is known now
 */
export function sameVersion(known: string, headers: Headers, name: string, where: string): string {
  const now = version(headers);
  if (known && now && known !== now)
    throw changedFile(name, where, said("its version was {known} and is {now} now", { known, now }));
  return known || now;
}
