import type { Input, Plan } from "../sources";

/** What a worker is told to open. It crosses by structured clone: a file is not copied. */
export type SpaceRef =
  /** A dataset folder on a server, which streams. */
  | { kind: "folder"; url: string }
  /** What a user gave, and how it is to be opened (without a plan as it would be proposed); `keep` names it in this browser. */
  | { kind: "input"; input: Input; plan: Plan | null; keep: string | null }
  /** What a page carries in itself, as text; no points where that is empty. */
  | { kind: "carried"; space: string; points: string };

// Spaces of files live as long as the page: a link can name them, and only this page has them.
const own = new Map<string, SpaceRef>();

const LOCAL = "local:";
const KEPT = "kept:";

/**
 * Names a space of what a user gave, as a link does.
 *
 * @param plan how it is to be opened; null as it would be proposed, which an address alone can tell
 */
export function nameSpace(input: Input, plan: Plan | null, title: string | null, keep: string | null): string {
  if (keep !== null) return `${KEPT}${keep}`;
  const address = addressOf(input);
  if (address && !plan) return address;
  if (input.kind === "kept") return `${KEPT}${input.name}`;
  const called = title ?? titleOf(input);
  // Another file of the same name is another space.
  let name = `${LOCAL}${called}`;
  for (let i = 2; own.has(name); i++) name = `${LOCAL}${called} (${i})`;
  return name;
}

/** Remembers what a name stands for. */
export function rememberSpace(name: string, ref: SpaceRef): void {
  own.set(name, ref);
}

/** What a name in a link stands for; null where it is a file's that another page had. */
export function refOf(name: string): SpaceRef | null {
  const known = own.get(name);
  if (known) return known;
  if (name.startsWith(LOCAL)) return null;
  if (name.startsWith(KEPT)) return input({ kind: "kept", name: name.slice(KEPT.length) });
  if (/^https?:/.test(name)) return input({ kind: "url", url: name });
  return { kind: "folder", url: new URL(`datasets/${encodeURIComponent(name)}/`, document.baseURI).href };
}

/** Where anybody finds it; null for what lies here alone, or is not told by its address. */
function addressOf(input: Input): string | null {
  if (input.kind === "url") return input.dims === undefined ? input.url : null;
  if (input.kind !== "hub" || input.config !== undefined || input.split !== undefined) return null;
  return `https://huggingface.co/datasets/${input.dataset}`;
}

/** Whether a space lies with the reader: a file that this page was given, or one that this browser keeps. */
export function isOwn(name: string): boolean {
  return name.startsWith(LOCAL) || name.startsWith(KEPT);
}

function titleOf(input: Input): string {
  if (input.kind !== "files") return "data";
  const [{ path, file }] = input.files;
  return path.includes("/") ? path.slice(0, path.indexOf("/")) : file.name;
}

/** What a space of this machine was made of, and how; null for all others. */
export function ownSource(name: string): { input: Input; plan: Plan | null } | null {
  const ref = isOwn(name) ? refOf(name) : null;
  return ref?.kind === "input" ? ref : null;
}

function input(given: Input): SpaceRef {
  return { kind: "input", input: given, plan: null, keep: null };
}
