import { useCallback, useEffect, useRef, useState } from "react";
import { t, textOf } from "../../../i18n";
import { type Doing, ExportError, saveBlob } from "../../../sharing/tables";
import type { Problem } from "../../../state";

/** A file that is being made, or was. */
export interface Saving {
  /** What share is done; null while nothing is made. */
  share: number | null;
  /** The name of the file that was saved last. */
  saved: string | null;
  problem: string | null;
  save: (make: (doing: Doing) => Promise<{ blob: Blob; name: string }>) => void;
  cancel: () => void;
}

/** Makes a file and saves it; leaving the tab ends it. */
export function useSaving(): Saving {
  const [share, setShare] = useState<number | null>(null);
  const [saved, setSaved] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const abort = useRef<AbortController | null>(null);
  const cancel = useCallback(() => abort.current?.abort(), []);
  useEffect(() => cancel, [cancel]);
  const save: Saving["save"] = async (make) => {
    cancel();
    const own = new AbortController();
    abort.current = own;
    setShare(0);
    setSaved(null);
    setProblem(null);
    try {
      const progress = (done: number) => abort.current === own && setShare(done);
      const { blob, name } = await make({ signal: own.signal, progress });
      own.signal.throwIfAborted();
      saveBlob(blob, name);
      setSaved(name);
    } catch (error) {
      if (!own.signal.aborted) setProblem(wordsOf(error));
    } finally {
      if (abort.current === own) setShare(null);
    }
  };
  return { share, saved, problem, save, cancel };
}

function wordsOf(error: unknown): string {
  if (error instanceof ExportError) return textOf(error.said);
  if (error instanceof Error && "problem" in error) {
    const { what, remedy } = error.problem as Problem;
    return `${textOf(what)} ${textOf(remedy)}`;
  }
  if (error instanceof DOMException && error.name === "AbortError")
    return t("The space was closed before the file was made.");
  return t("The file could not be made: {why}", { why: error instanceof Error ? error.message : String(error) });
}
