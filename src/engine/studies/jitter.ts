import { crossOfAxes, crossOfScores, LEAST, movement, principalAngles } from "../../numeric";
import type { Coordinator } from "../coordinator";
import type { Mode, Solved } from "../frame";
import type { Study } from "./study";

/** How the cloud changes from prefix to prefix. Movements are root mean square, in units of the cloud's radius. */
export interface Jitter {
  /** The prefixes: eight an octave from 4 on, and d. */
  k: Int32Array;
  /** Of each the variance explained by its three axes together, 0 … 1. */
  ratio: Float64Array;
  /** The largest principal angle to the subspace of the prefix before it, in radians; NaN for the first. */
  angle: Float64Array;
  /** How far the points are, after alignment, from where they were at the prefix before; NaN for the first. */
  eighth: Float64Array;
  /** The same, from an octave before; NaN for the first octave. */
  octave: Float64Array;
  /** Which prefix that was, the nearest to k ÷ 2; 0 for the first octave. */
  octaveFrom: Int32Array;
  /** How far they are from where they end, at all dims. */
  toEnd: Float64Array;
  /** All three angles, three a prefix, rising. */
  angles: Float64Array;
}

const AN_OCTAVE = 8;

/**
 * The prefixes that are compared: eight an octave. Of even ratio, because each then adds the same part of what is there,
 * as the log axis shows it; a movement depends on that spacing (what drifts grows with it, what jitters with its root),
 * so that over a whole octave is told beside it. Eight are dense enough for a step of the profile to lie within 5 %.
 */
export function jitterPrefixes(dims: number): number[] {
  const found: number[] = [];
  for (let step = 0; ; step++) {
    const k = Math.round(LEAST * 2 ** (step / AN_OCTAVE));
    if (k >= dims) break;
    if (k !== found[found.length - 1]) found.push(k);
  }
  return [...found, dims];
}

/** One prefix's axes, and in unit mode its scores, whose products no covariance tells. */
interface Cloud {
  k: number;
  solved: Solved;
  scores: Float32Array | null;
}

/** How the three axes, and the points on them, move as dims are added. */
export const jitter: Study<{ mode: Mode }, Jitter> = async (coordinator, { mode }, run) => {
  const { rows, dims } = coordinator;
  const prefixes = jitterPrefixes(dims);
  const length = prefixes.length;
  const [ratio, angle, eighth, octave, toEnd] = Array.from({ length: 5 }, () => new Float64Array(length));
  const octaveFrom = new Int32Array(length);
  const angles = new Float64Array(length * 3).fill(Number.NaN);
  const end = await cloudOf(coordinator, dims, mode, run.signal);
  // Of those before only the last octave is kept: of many points their scores are large.
  const recent: Cloud[] = [];
  for (const [i, k] of prefixes.entries()) {
    await run.pause();
    const cloud = k === dims ? end : await cloudOf(coordinator, k, mode, run.signal);
    const before = recent[recent.length - 1];
    const { total } = cloud.solved;
    ratio[i] = total > 0 ? squareOf(cloud) / total : 0;
    if (before) angles.set(principalAngles(axesOf(before), axesOf(cloud)), i * 3);
    angle[i] = angles[i * 3 + 2];
    eighth[i] = before ? moved(before, cloud, rows) : Number.NaN;
    const far = recent.find((one) => isOctave(one.k, k));
    octaveFrom[i] = far?.k ?? 0;
    octave[i] = far ? moved(far, cloud, rows) : Number.NaN;
    toEnd[i] = moved(cloud, end, rows);
    recent.push(cloud);
    if (recent.length > AN_OCTAVE + 1) recent.shift();
    run.progress((i + 1) / length);
  }
  return { k: Int32Array.from(prefixes), ratio, angle, eighth, octave, octaveFrom, toEnd, angles };
};

async function cloudOf(coordinator: Coordinator, k: number, mode: Mode, signal: AbortSignal): Promise<Cloud> {
  const solved = await coordinator.solve({ k, mode, axes: "pc" }, signal);
  return { k, solved, scores: mode === "unit" ? (await coordinator.frames([solved]))[0].scores : null };
}

/** Whether one prefix is half of another, as near as an eighth of an octave tells. */
function isOctave(half: number, k: number): boolean {
  return Math.abs(Math.log2((2 * half) / k)) < 1 / (2 * AN_OCTAVE);
}

const axesOf = ({ solved }: Cloud) => solved.projection.axes;

/** Variance along the three axes. */
function squareOf({ solved: { spectrum } }: Cloud): number {
  return spectrum.values.subarray(0, 3).reduce((sum, value) => sum + value, 0);
}

function moved(before: Cloud, cloud: Cloud, rows: number): number {
  if (before === cloud) return 0;
  const cross =
    cloud.scores && before.scores
      ? crossOfScores(cloud.scores, before.scores).map((value) => value / Math.max(1, rows - 1))
      : crossOfAxes(cloud.solved.spectrum, axesOf(before), before.k);
  return movement(cross, squareOf(before), squareOf(cloud));
}
