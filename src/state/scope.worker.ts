import { serve, type Told, type WorkerScope } from "../engine";
import { openDatasetFolder, type Source } from "../sources";
import type { SpaceRef } from "./spaces";

// What a page carries in itself is read by that page's own worker (`carrying/held.worker`).
type FetchedRef = Exclude<SpaceRef, { kind: "carried" }>;

// The one place where readers and engine meet: what the readers read never passes through the page.
serve(self as unknown as WorkerScope, async (space, signal, told) => {
  const source = await open(space as FetchedRef, signal, told);
  const { manifest, totalBytes, type, skipped } = source;
  const description = { manifest, skipped: skipped ?? null };
  return { ...source, rows: manifest.rows, dims: manifest.dims, type, totalBytes, description };
});

async function open(space: FetchedRef, signal: AbortSignal, { reading, notice }: Told): Promise<Source> {
  if (space.kind === "folder") return openDatasetFolder(space.url, signal);
  // The readers of other formats are fetched by those who have some.
  const { openInput } = await import("../sources/open-input");
  const source = await openInput(space.input, space.plan, { signal, progress: reading });
  if (space.keep === null) return source;
  const { keeping } = await import("../sources/kept/keep");
  return keeping(source, space.keep, notice);
}
