import type { Build } from "../engine";
import { type Said, said } from "../i18n/said";
import type { Manifest, SkippedRow } from "../sources";
import { tell, tellSampleAlone } from "./actions";
import { keepRows } from "./opening";
import { initialState, scope } from "./scope";

/** What the worker says of a space before its columns come. */
export interface Description {
  manifest: Manifest;
  skipped: { rows: SkippedRow[]; count: number } | null;
}

/** A chosen k that a space does not have becomes its last dimension (someone switched over), or a notice (a link asked for it). */
export type Beyond = "clamp" | "refuse";

/** Takes what is known of a space before its columns come; the slider goes where it was chosen to stand. */
export function describe({ manifest, skipped }: Description, totalBytes: number, beyond: Beyond): void {
  keepRows(manifest.rows);
  const { k, kChosen } = scope.getState();
  const most = manifest.dims;
  const refused = kChosen && k > most && beyond === "refuse";
  const chosen = kChosen && !refused;
  scope.setState({
    manifest,
    skipped: skipped && skipped.count > 0 ? skipped : null,
    reading: null,
    std: new Float32Array(most),
    progress: { columns: 0, bytes: 0, totalBytes },
    k: Math.min(chosen ? k : initialState.k, most),
    kChosen: chosen,
  });
  if (refused) tell(tooFar(k, most));
  tellSampleAlone();
}

/** The build is the browser's and not the space's: that it is a slow one is said once. */
export function tellBuild(build: Build): void {
  const { build: before } = scope.getState();
  scope.setState({ build });
  if (build === "scalar" && before !== build)
    tell(said("This browser has no WebAssembly SIMD: the picture is the same, computed more slowly."));
}

/** Says that a link asks for more dims than the space has. */
export function tooFar(k: number, dims: number): Said {
  const [asked, most] = [k, dims].map((count) => count.toLocaleString("en"));
  return said("The link asks for {asked} dimensions, and this space has {most}; that was left out.", { asked, most });
}
