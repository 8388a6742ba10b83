import type { Named } from "../packing/choose";
import { problem } from "../problem";

/** Where a database is, and what of it is meant. */
export interface Address {
  /** The whole, with what names columns taken out. */
  url: URL;
  /** For messages: without a password, and without what may hold one. */
  where: string;
  /** What the address and the options name; options go first. */
  named: Named;
}

const NAMES = ["table", "vector", "title", "text"] as const;

/** Whether an argument is the address of a database. */
export function isDatabase(name: string): boolean {
  return /^(postgres(ql)?|qdrants?|weaviates?):\/\//i.test(name);
}

/**
 * Reads `scheme://user@host:port/path?table=…&vector=…&title=…&text=…`.
 *
 * @throws SourceError that does not repeat what was typed, for there may be a password in it
 */
export function readAddress(text: string, options: Named = {}): Address {
  if (!URL.canParse(text)) {
    throw problem({
      what: `The address that begins with ${text.slice(0, text.indexOf("://") + 3)} is no address.`,
      remedy: "Write characters such as @ : / ? # % in a user's name or a password as %40 %3A %2F %3F %23 %25.",
    });
  }
  const url = new URL(text);
  const named: Named = {};
  for (const name of NAMES) {
    const value = options[name] ?? url.searchParams.get(name);
    if (value) named[name] = value;
    url.searchParams.delete(name);
  }
  const user = url.username && `${decoded(url.username)}@`;
  const table = named.table ? `?table=${named.table}` : "";
  return { url, where: `${url.protocol}//${user}${url.host}${decoded(url.pathname)}${table}`, named };
}

/** What stands behind %40 and the like; as it stands where that is no such writing. */
export function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
