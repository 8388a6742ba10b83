import { t, textOf } from "../../i18n";
import { count, percent } from "../../panels/figures";
import { categoryColor, type Ground, rampColors } from "../../scene";
import { besideCaption, besideK, coloringOf, type Scale, type ScopeState } from "../../state";

/** One line of a legend. */
export interface Entry {
  label: string;
  count: string;
  color: string;
  /** Whether its points are muted. */
  muted: boolean;
}

/** What the colours mean: labels, or a ramp of numbers. */
export type Legend = { title: string } & (
  | { kind: "labels"; entries: readonly Entry[] }
  | { kind: "ramp"; colors: readonly string[]; marks: readonly [low: string, middle: string, high: string] }
);

/** What a picture says of the view in words and figures. All of it is text. */
export interface Facts {
  title: string;
  /** Name and size in one: "WordNet, 512 of 3,072 dimensions". */
  heading: string;
  /** Where the data are from; empty where that is not told. */
  source: string;
  k: number;
  dims: number;
  /** "of 3,072 dimensions", behind the k. */
  ofDims: string;
  /** What the three axes hold of the variance, in a sentence, and each of them. */
  variance: string;
  axes: readonly [string, string, string];
  legend: Legend | null;
  profile: { std: Float32Array; columns: number; scale: Scale };
  /** What each of two clouds side by side is; null where there is one. */
  halves: readonly [string, string] | null;
}

/** What there is to say of the view; null before its first frame. */
export function factsOf(state: ScopeState, ground: Ground): Facts | null {
  const { frame, manifest, std, progress, scale, beside, data } = state;
  if (!frame) return null;
  const dims = manifest?.dims ?? std.length;
  const share = frame.explainedVarianceRatio.reduce((sum, ratio) => sum + ratio, 0);
  const title = manifest?.title || data;
  const own = t("first {k} dims", { k: count(frame.k) });
  const isBeside = beside !== null && beside.problem === null && beside.frame !== null;
  return {
    title,
    heading: t("{title}, {k} of {dims} dimensions", { title, k: count(frame.k), dims: count(dims) }),
    source: manifest?.source ?? "",
    k: frame.k,
    dims,
    ofDims: t("of {dims} dimensions", { dims: count(dims) }),
    variance: t("The three axes hold {share} of the variance", { share: percent(share) }),
    axes: frame.explainedVarianceRatio.map((ratio) => percent(ratio)) as [string, string, string],
    legend: legendOf(state, ground),
    profile: { std, columns: progress.columns, scale },
    halves: isBeside ? [own, textOf(besideCaption(beside, besideK(frame.k, beside)))] : null,
  };
}

function legendOf(state: ScopeState, ground: Ground): Legend | null {
  const coloring = coloringOf(state);
  if (!coloring) return null;
  const title = textOf(coloring.title);
  if (coloring.kind === "number") {
    const { low, high, write } = coloring;
    const marks = [`≤ ${write(low)}`, write((low + high) / 2), `≥ ${write(high)}`] as const;
    return { kind: "ramp", title, colors: rampColors(ground), marks };
  }
  const entries = coloring.labels.map((label, code) => ({
    label,
    count: count(coloring.counts[code]),
    color: categoryColor(code, ground),
    muted: state.muted.has(label),
  }));
  return { kind: "labels", title, entries };
}
