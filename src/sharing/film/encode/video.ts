import {
  CanvasSource,
  Mp4OutputFormat,
  Output,
  Quality,
  StreamTarget,
  type StreamTargetChunk,
  type VideoCodec,
  WebMOutputFormat,
} from "mediabunny";
import { bitrateOf, type FilmFormat } from "../settings";
import type { Encoder, EncoderTask } from "./encoder";

/** The codec of each format that the browser's own encoders write. */
export const CODECS: Partial<Record<FilmFormat, VideoCodec>> = {
  "mp4-avc": "avc",
  "mp4-av1": "av1",
  "webm-vp9": "vp9",
};

/**
 * MP4 or WebM by WebCodecs. The encoder's queue holds four pictures at most; whoever adds one waits until there is room,
 * and until what was encoded is written.
 */
export async function encodeVideo({ canvas, settings, count, store }: EncoderTask): Promise<Encoder> {
  const codec = CODECS[settings.format];
  if (!codec) throw new RangeError(`${settings.format} is no video.`);
  const writable = new WritableStream<StreamTargetChunk>({
    write: ({ data, position }) => store.write(data, position),
  });
  const output = new Output({
    // A player need not have all of the file to begin: what tells of the pictures stands before them.
    format: settings.format === "webm-vp9" ? new WebMOutputFormat() : new Mp4OutputFormat({ fastStart: "reserve" }),
    target: new StreamTarget(writable, { chunked: true, chunkSize: 4 * 1024 * 1024 }),
  });
  const source = new CanvasSource(canvas, {
    codec,
    quality: new Quality({ bitrate: bitrateOf(settings), bitrateMode: "variable" }),
    keyFrameInterval: 2,
    // No picture is left out to keep up with a clock.
    latencyMode: "quality",
  });
  output.addVideoTrack(source, { frameRate: settings.fps, maximumPacketCount: count });
  await output.start();
  return {
    add: (index) => source.add(index / settings.fps, 1 / settings.fps),
    finish: () => output.finalize(),
    cancel: () => output.cancel(),
  };
}
