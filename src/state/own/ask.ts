import { said } from "../../i18n/said";
import type { Problem } from "../../sources";
import type { OwnAnswers, OwnCommand, OwnReport } from "./own.worker";
import { ProblemError, type Waiting } from "./waiting";

/**
 * Has a worker of its own look at what a user gave: the page stays free, and cancelling ends it at once, whatever it
 * is in the midst of.
 *
 * @throws ProblemError when it cannot be done; AbortError when it is cancelled (both as a rejection)
 */
export function askOwn<C extends OwnCommand>(command: C, { signal, progress }: Waiting): Promise<OwnAnswers[C["do"]]> {
  const worker = new Worker(new URL("./own.worker.ts", import.meta.url), { type: "module" });
  return new Promise<OwnAnswers[C["do"]]>((resolve, reject) => {
    const cancel = () => reject(new DOMException("It was cancelled.", "AbortError"));
    if (signal?.aborted) cancel();
    signal?.addEventListener("abort", cancel, { once: true });
    worker.onmessage = ({ data }: MessageEvent<OwnReport>) => {
      if (data.type === "progress") progress?.(data.what, data.share);
      else if (data.type === "done") resolve(data.answer as OwnAnswers[C["do"]]);
      else reject(new ProblemError(data.problem, data.dims));
    };
    worker.onerror = (event) => {
      event.preventDefault();
      reject(new ProblemError(stopped(event.message)));
    };
    worker.postMessage(command);
  }).finally(() => worker.terminate());
}

function stopped(why: string): Problem {
  return {
    what: why
      ? said("The worker that reads the file stopped: {why}.", { why })
      : said("The worker that reads the file stopped."),
    remedy: said(
      "Try again; a file that is larger than this browser's memory can be packed on the command line first.",
    ),
  };
}
