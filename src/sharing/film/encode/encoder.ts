import type { FilmSettings } from "../settings";
import type { Store } from "../store";

/** Writes pictures into a file, in their order. */
export interface Encoder {
  /** Takes the picture that is in the canvas; resolves when it can take the next, so that none waits in memory. */
  add(index: number): Promise<void>;
  /** Writes what is left. */
  finish(): Promise<void>;
  /** Gives up. */
  cancel(): Promise<void>;
}

/** What an encoder is made from. */
export interface EncoderTask {
  canvas: HTMLCanvasElement;
  settings: FilmSettings;
  /** How many pictures there will be. */
  count: number;
  /** Where the bytes go. */
  store: Pick<Store, "write">;
  /** Makes some of the pictures, for who must see them before the first: few, spread over the film. */
  preview: (index: number) => Promise<void>;
}
