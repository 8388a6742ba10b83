import "../../src/i18n/compile";
import { textOf } from "../../src/i18n/said";
import { SourceError } from "../../src/sources";
import { bytesFile } from "../../src/sources/byte-file";
import { inspectTables } from "../../src/sources/inspect";
import { openTables } from "../../src/sources/open-tables";
import { stage } from "../../src/sources/staging/stage";

/** What became of a file: it was read, or refused in a sentence, or something that may not be. */
export type Verdict = { kind: "read" | "refused" } | { kind: "fault"; why: string };

/**
 * Opens a file as the page does: looks at it, then reads it whole as proposed. Broken or not, it is read, or refused
 * with a sentence that says what, and what to do.
 *
 * @param beside the files it may name
 */
export async function oneCase(
  bytes: Uint8Array<ArrayBuffer>,
  name: string,
  beside: (path: string) => Uint8Array<ArrayBuffer> | null,
): Promise<Verdict> {
  const options = {
    dims: /\.(f32|f4|bin|raw|dat)$/.test(name) ? 96 : undefined,
    beside: async (path: string) => {
      const found = beside(path);
      return found && bytesFile(found, path);
    },
  };
  try {
    const tables = await openTables([bytesFile(bytes, name)], options);
    const { plan } = await inspectTables(tables, name, false);
    const source = await stage(tables[plan.table], plan);
    for await (const { values } of source.blocks(() => {})) if (values.length === 0) throw new Error("an empty block");
    return { kind: "read" };
  } catch (error) {
    if (error instanceof SourceError) return judge(error);
    const stack =
      error instanceof Error
        ? `${error.name}: ${error.message}\n${error.stack?.split("\n").slice(1, 5).join("\n")}`
        : String(error);
    return { kind: "fault", why: stack };
  }
}

function judge({ problem }: SourceError): Verdict {
  const [what, remedy] = [textOf(problem.what), textOf(problem.remedy)];
  const isSentence = (text: string) => /^\S.*[.!?]$/s.test(text.trim()) && text.length < 1200;
  if (!isSentence(what) || !isSentence(remedy)) return { kind: "fault", why: `no sentence: "${what}" "${remedy}"` };
  if (/undefined|NaN|\[object|null/.test(what)) return { kind: "fault", why: `a sentence for no person: "${what}"` };
  return { kind: "refused" };
}
