import { profileOf } from "../engine";
import type { Words } from "../i18n/said";
import { openDatasetFolder, reasonOf, SourceError } from "../sources";

export type ProfileReport = { share: number } | { std: Float32Array } | { problem: Words };

// Reads another space for its profile alone: tens of megabytes, so in a worker of its own that ends with it.
self.onmessage = async ({ data: url }: MessageEvent<string>) => {
  const say = (report: ProfileReport) => self.postMessage(report);
  try {
    const { manifest, totalBytes, blocks } = await openDatasetFolder(url, new AbortController().signal);
    let told = 0;
    const read = blocks((bytes) => {
      const share = totalBytes > 0 ? bytes / totalBytes : 0;
      if (share - told < 0.02) return;
      told = share;
      say({ share });
    });
    say({ std: await profileOf(read, manifest.rows, manifest.dims) });
  } catch (error) {
    say({ problem: error instanceof SourceError ? error.problem.what : reasonOf(error) });
  }
};
