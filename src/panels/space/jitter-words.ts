import { joined, t, type Values } from "../../i18n";
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
  const whole = wander(path, away, {
    from: count(k[from]),
    to: count(dims),
    away: percent(away),
    steps: steps.length,
    path: percent(path),
  });
  if (octaveFrom[early] <= 0) return whole;
  const before = { from: count(octaveFrom[early]), to: count(k[early]), share: percent(octave[early]) };
  return joined("sentences", [whole, t("From {from} to {to} dims they moved by {share}.", before)]);
}

// A way that is much longer than where it leads is jitter, one that is as long is drift.
function wander(path: number, away: number, values: Values): string {
  if (!(away > 0) || path < away * 1.05) {
    return t(
      "From {from} to {to} dims the points end {away} of the cloud’s radius from where they were, after {steps} steps that add up to {path}: that is drift, all in one direction.",
      values,
    );
  }
  if (path > 1.6 * away) {
    return t(
      "From {from} to {to} dims the points end {away} of the cloud’s radius from where they were, after {steps} steps that add up to {path}: mostly to and fro.",
      values,
    );
  }
  return t(
    "From {from} to {to} dims the points end {away} of the cloud’s radius from where they were, after {steps} steps that add up to {path}: partly to and fro, partly drift.",
    values,
  );
}

function nearest(k: Int32Array, aim: number): number {
  let best = 0;
  for (let i = 1; i < k.length - 1; i++) {
    if (Math.abs(Math.log(k[i] / aim)) < Math.abs(Math.log(k[best] / aim))) best = i;
  }
  return best;
}
