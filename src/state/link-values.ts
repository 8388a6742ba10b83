import type { Axes, Mode } from "../engine";
import { FIRST_K, type Playing } from "./scope";

/** A frame of another k, kept behind the one that is shown. */
export interface Ghost {
  k: number;
  mode: Mode;
  axes: Axes;
}

/** How Play goes where nothing else is said. */
export const USUAL_PLAY: Playing = { speed: 1, direction: "up", loop: false, from: FIRST_K, to: null };

/** Labels with a comma between them; a comma of their own is escaped. */
export function writeLabels(labels: readonly string[]): string {
  return labels.map((label) => label.replace(/[%,]/g, encodeURIComponent)).join(",");
}

/** Reads them again; null where that is no list of labels. */
export function readLabels(text: string): string[] | null {
  const labels = text.split(",").map((label) => label.replace(/%(25|2C)/g, decodeURIComponent));
  return labels.every((label) => label !== "") ? [...new Set(labels)] : null;
}

/** "64", or where it is of another kind than frames usually are "64,unit", "64,pc". */
export function writeGhost({ k, mode, axes }: Ghost): string {
  return [k, ...(mode === "unit" ? [mode] : []), ...(axes === "pc" ? [axes] : [])].join(",");
}

/** Reads it again; null where it cannot be. */
export function readGhost(text: string): Ghost | null {
  const match = /^(\d{1,7})(,unit)?(,pc)?$/.exec(text);
  if (!match || Number(match[1]) < FIRST_K) return null;
  return { k: Number(match[1]), mode: match[2] ? "unit" : "raw", axes: match[3] ? "pc" : "aligned" };
}

/** What is unlike the usual: "2x,down,loop,64-512"; "" where nothing is. */
export function writePlay({ speed, direction, loop, from, to }: Playing): string {
  const parts = [
    speed === USUAL_PLAY.speed ? "" : `${speed}x`,
    direction === USUAL_PLAY.direction ? "" : direction,
    loop ? "loop" : "",
    from === USUAL_PLAY.from && to === null ? "" : `${from}-${to ?? ""}`,
  ];
  return parts.filter((part) => part !== "").join(",");
}

/** Reads it again; null where it cannot be. */
export function readPlay(text: string): Playing | null {
  const match = /^(?:(\d{1,3}(?:\.\d{1,4})?)x)?,?(down)?,?(loop)?,?(?:(\d{1,7})-(\d{1,7})?)?$/.exec(text);
  if (!match) return null;
  const [, speed, direction, loop, from, to] = match;
  const play: Playing = {
    speed: speed === undefined ? USUAL_PLAY.speed : Number(speed),
    direction: direction ? "down" : "up",
    loop: loop !== undefined,
    from: from === undefined ? USUAL_PLAY.from : Number(from),
    to: to === undefined ? null : Number(to),
  };
  const fine = play.speed > 0 && play.from >= FIRST_K && (play.to === null || play.to > play.from);
  // Written again it is the same: so nothing in it was passed over.
  return fine && writePlay(play) === text ? play : null;
}
