import { serve, type WorkerScope } from "../engine";
import { openDatasetFolder } from "../sources";

// The one place where readers and engine meet: what the readers read never passes through the page.
serve(self as unknown as WorkerScope, async (url, signal) => {
  const source = await openDatasetFolder(url, signal);
  const { manifest, totalBytes, type } = source;
  return { ...source, rows: manifest.rows, dims: manifest.dims, type, totalBytes, description: manifest };
});
