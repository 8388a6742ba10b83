import { verbatim } from "../src/i18n/said";
import { SourceError } from "../src/sources";

/** A problem that only the command line has: it speaks English, so its sentences need no translation. */
export function problem({ what, where, remedy }: { what: string; where?: string; remedy: string }): SourceError {
  return new SourceError({ what: verbatim(what), where, remedy: verbatim(remedy) });
}
