import { bitrateOf, type FilmFormat, type FilmSettings } from "./settings";

/** The formats that this browser can write a film of these settings in; it is asked, not guessed. */
export async function writable(settings: FilmSettings): Promise<ReadonlySet<FilmFormat>> {
  const can = new Set<FilmFormat>(["gif", "png"]);
  if (typeof VideoEncoder === "undefined") return can;
  const [{ canEncodeVideo, Quality }, { CODECS }] = await Promise.all([import("mediabunny"), import("./encode/video")]);
  const { width, height, fps } = settings;
  const formats = Object.keys(CODECS) as (keyof typeof CODECS)[];
  const answers = await Promise.all(
    formats.map((format) => {
      const quality = new Quality({ bitrate: bitrateOf({ ...settings, format }), bitrateMode: "variable" });
      return canEncodeVideo(CODECS[format]!, { width, height, frameRate: fps, quality }).catch(() => false);
    }),
  );
  formats.forEach((format, i) => {
    if (answers[i]) can.add(format);
  });
  return can;
}
