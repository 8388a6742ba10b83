import type { FilmFormat } from "../settings";
import type { Encoder, EncoderTask } from "./encoder";

export type { Encoder, EncoderTask } from "./encoder";

interface Written {
  extension: string;
  /** MIME type. */
  type: string;
  /** Fetches the encoder and makes it ready. */
  open: (task: EncoderTask) => Promise<Encoder>;
}

const video = async (task: EncoderTask) => (await import("./video")).encodeVideo(task);

/** How each format is written. */
export const FORMATS: Record<FilmFormat, Written> = {
  "mp4-avc": { extension: "mp4", type: "video/mp4", open: video },
  "mp4-av1": { extension: "mp4", type: "video/mp4", open: video },
  "webm-vp9": { extension: "webm", type: "video/webm", open: video },
  gif: { extension: "gif", type: "image/gif", open: async (task) => (await import("./gif")).encodeGif(task) },
  png: { extension: "zip", type: "application/zip", open: async (task) => (await import("./png")).encodePngs(task) },
};
