import { type Said, said, type Words } from "../../../i18n/said";
import type { ByteFile } from "../../byte-file";
import { Malformed } from "../../malformed";
import { SourceError } from "../../problem";

/**
 * What is told when the bytes of a file contradict its format or each other.
 *
 * @param what a sentence's end: "its footer tells of 12 rows, and its row groups of 13"
 * @param place where in the file: "column embedding, page at byte 12"; left out where `what` says it
 */
export function broken(file: ByteFile, label: string, what: Said, place?: Said): SourceError {
  return new SourceError({
    what: place
      ? said("The {label} file {name} is broken ({place}): {what}.", { label, name: file.name, place, what })
      : said("The {label} file {name} is broken: {what}.", { label, name: file.name, what }),
    where: file.where,
    remedy: said("Copy or download it again; if that does not help, write it anew."),
  });
}

/** The words of an error that a library threw, without a full stop; what only its author understands is left out. */
export function wordsOf(error: unknown): Words {
  if (error instanceof Malformed) return error.words;
  const words = (error instanceof Error ? error.message : String(error)).replace(/\.$/, "");
  const inward = error instanceof TypeError || /undefined|null|NaN|offset|bounds|array length|stack size/i.test(words);
  return inward || words === "" ? said("what stands there makes no sense") : words.slice(0, 200);
}

/** 12345678 → "12,345,678"; what is no number, as a broken file may say, is told in words. */
export function count(number: unknown): Words {
  if (typeof number === "bigint" || (typeof number === "number" && Number.isFinite(number))) {
    return number.toLocaleString("en");
  }
  return said("an unknown number of");
}
