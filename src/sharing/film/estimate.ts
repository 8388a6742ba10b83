import type { ScopeState } from "../../state";
import { makeFilm } from "./film";
import { frameCount } from "./path";
import { pathOf } from "./picture";
import { bitrateOf, type FilmSettings } from "./settings";

/** What a film will take, about. */
export interface Estimate {
  bytes: number;
  /** To make it. */
  seconds: number;
}

/** So many pictures from the middle of a film are made to see what all of them take. */
const TRIAL = 4;

/** Makes some pictures of a film, as they will be made, and reckons from them. */
export async function estimateFilm(
  subject: ScopeState,
  settings: FilmSettings,
  signal: AbortSignal,
): Promise<Estimate> {
  const count = frameCount(pathOf(settings, subject));
  const part = { from: Math.max(0, (count - TRIAL) >> 1), to: Math.min(count, ((count - TRIAL) >> 1) + TRIAL) };
  let bytes = 0;
  let begun = 0;
  const store = {
    async write(data: Uint8Array) {
      bytes += data.byteLength;
    },
  };
  const made = (done: number) => {
    // The first picture bears what is done once: fetching the encoder, the first exact frames.
    if (done === 1) begun = performance.now();
  };
  await makeFilm(subject, settings, store, { signal, made, part });
  const each = (performance.now() - begun) / 1000 / (part.to - part.from - 1);
  const isVideo = settings.format !== "gif" && settings.format !== "png";
  return {
    bytes: isVideo ? (bitrateOf(settings) * settings.seconds) / 8 : (bytes / (part.to - part.from)) * count,
    seconds: each * count,
  };
}
