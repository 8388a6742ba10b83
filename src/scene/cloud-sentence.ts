import { count, joined, t, textOf } from "../i18n";
import { coloringOf, labelOf, type ScopeState } from "../state";

/** As many of the largest groups are named. */
const GROUPS = 3;

type Told = Pick<ScopeState, "frame" | "manifest" | "points" | "color" | "muted" | "isolated" | "selection">;

/** What the cloud shows now, in words: how much of the space, what the axes explain, which groups are the largest. */
export function cloudSentence(state: Told): string {
  const { frame, manifest, isolated, selection } = state;
  if (!frame || !manifest) return t("No points yet.");
  const ratio = frame.explainedVarianceRatio.reduce((sum, share) => sum + share, 0);
  const [points, k, dims] = [frame.scores.length / 3, frame.k, manifest.dims].map(count);
  const share = Math.round(100 * ratio);
  return joined("sentences", [
    t("{points} points at {k} of {dims} dimensions; the three axes explain {share} % of the variance.", {
      points,
      k,
      dims,
      share,
    }),
    groups(state),
    isolated ? t("{rows} of them are shown alone.", { rows: count(isolated.length) }) : "",
    selection.length > 0 ? t("{rows} selected.", { rows: count(selection.length) }) : "",
  ]);
}

function groups(state: Told): string {
  const coloring = coloringOf(state);
  if (!coloring) return "";
  if (coloring.kind === "number") return t("Coloured by {what}.", { what: textOf(coloring.title).toLowerCase() });
  const { labels, counts } = coloring;
  const shown = labels
    .map((label, code) => ({ label, name: labelOf(coloring, code), size: counts[code] }))
    .filter(({ label }) => !state.muted.has(label));
  const largest = shown.sort((a, b) => b.size - a.size).slice(0, GROUPS);
  if (largest.length === 0) return t("All groups are muted.");
  return t("Largest groups: {groups}.", {
    groups: joined(
      "things",
      largest.map(({ name, size }) => `${name}, ${count(size)}`),
    ),
  });
}
