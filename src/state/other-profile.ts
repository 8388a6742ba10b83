import { said, textOf, type Words } from "../i18n/said";
import type { ProfileReport } from "./profile.worker";

const known = new Map<string, Float32Array>();

/**
 * The std profile of another demo space, read once.
 *
 * @param name the space's name in the link
 * @param progress told what share of it has been read, 0 … 1
 * @throws AbortError (as a rejection) when it is cancelled, an Error in words when it cannot be read
 */
export function otherProfile(
  name: string,
  { signal, progress }: { signal: AbortSignal; progress: (share: number) => void },
): Promise<Float32Array> {
  const before = known.get(name);
  if (before) return Promise.resolve(before);
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL("./profile.worker.ts", import.meta.url), { type: "module" });
    const end = () => worker.terminate();
    const cancel = () => {
      end();
      reject(signal.reason);
    };
    signal.addEventListener("abort", cancel, { once: true });
    const fail = (why: Words) => {
      end();
      signal.removeEventListener("abort", cancel);
      reject(new Error(textOf(why)));
    };
    worker.onerror = (event) => {
      event.preventDefault();
      fail(event.message || said("The worker that reads the space could not be started."));
    };
    worker.onmessage = ({ data }: MessageEvent<ProfileReport>) => {
      if ("share" in data) progress(data.share);
      else if ("problem" in data) fail(data.problem);
      else {
        end();
        signal.removeEventListener("abort", cancel);
        known.set(name, data.std);
        resolve(data.std);
      }
    };
    worker.postMessage(new URL(`datasets/${encodeURIComponent(name)}/`, document.baseURI).href);
  });
}
