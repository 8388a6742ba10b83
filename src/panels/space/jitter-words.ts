import type { StudyAnswer } from "../../state";
import { count, percent } from "../figures";

type Jitter = StudyAnswer<"jitter">;

/** Where the article says that only jitter is left. */
const BEYOND = 2000;
/** The octave it is held against ends here, or at a third of a shorter space. */
const EARLY = 512;

/**
 * What the meter measured, in one sentence: how far the cloud goes, from the prefix nearest to 2,000 dims (or to two
 * thirds of a shorter space) to all dims, how far its steps are when added up, and how far it
 * went in an octave before.
 */
export function jitterInWords({ k, eighth, octave, octaveFrom, toEnd }: Jitter): string {
  const dims = k[k.length - 1];
  const from = nearest(k, Math.min(BEYOND, (dims * 2) / 3));
  const early = nearest(k, Math.min(EARLY, dims / 3));
  const steps = eighth.subarray(from + 1);
  const path = steps.reduce((sum, step) => sum + step, 0);
  const away = toEnd[from];
  const before =
    octaveFrom[early] > 0
      ? ` From ${count(octaveFrom[early])} to ${count(k[early])} dims they moved by ${percent(octave[early])}.`
      : "";
  return (
    `From ${count(k[from])} to ${count(dims)} dims the points end ${percent(away)} of the cloud’s radius from where they ` +
    `were, after ${steps.length} steps that add up to ${percent(path)}${wander(path, away)}.${before}`
  );
}

// A way that is much longer than where it leads is jitter, one that is as long is drift.
function wander(path: number, away: number): string {
  if (!(away > 0) || path < away * 1.05) return ": that is drift, all in one direction";
  return path > 1.6 * away ? ": mostly to and fro" : ": partly to and fro, partly drift";
}

function nearest(k: Int32Array, aim: number): number {
  let best = 0;
  for (let i = 1; i < k.length - 1; i++) {
    if (Math.abs(Math.log(k[i] / aim)) < Math.abs(Math.log(k[best] / aim))) best = i;
  }
  return best;
}
