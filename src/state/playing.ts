import { FIRST_K, type Playing } from "./scope";

/** The stretch that is played: what was set, as far as the space has dims; all of it where nothing is left of that. */
export function playRange({ from, to }: Pick<Playing, "from" | "to">, dims: number): { from: number; to: number } {
  const last = Math.min(to ?? dims, dims);
  return from < last ? { from: Math.max(FIRST_K, from), to: last } : { from: FIRST_K, to: dims };
}

/** Where Play begins from k: there, or at its start where nothing lies ahead within the range. */
export function playStart(k: number, play: Playing, dims: number): number {
  const { from, to } = playRange(play, dims);
  if (play.direction === "up") return k < from || k >= to ? from : k;
  return k <= from || k > to ? to : k;
}
