import { said } from "../i18n/said";
import { type ProfileStep, scope } from "./scope";

/** Looks for the steps of the std profile as soon as all of it has arrived. */
export function followProfile(): () => void {
  let worker: Worker | null = null;
  let sought: Float32Array | null = null;
  const stop = () => {
    if (worker) worker.onmessage = null;
    worker?.terminate();
    worker = null;
  };
  const unsubscribe = scope.subscribe(({ std, manifest, progress }, before) => {
    if (manifest !== before.manifest) {
      stop();
      sought = null;
    }
    if (sought || !manifest || progress.columns < manifest.dims) return;
    sought = std;
    worker = new Worker(new URL("./steps.worker.ts", import.meta.url), { type: "module" });
    worker.onmessage = ({ data }: MessageEvent<ProfileStep[]>) => {
      stop();
      scope.setState({ steps: data, stepsKnown: true });
    };
    worker.onerror = (event) => {
      event.preventDefault();
      stop();
      scope.setState({ notice: said("The steps of the profile could not be looked for; all else goes on.") });
    };
    worker.postMessage(std);
  });
  return () => {
    unsubscribe();
    stop();
  };
}
