import { said } from "../i18n/said";
import type { PointTable } from "../sources";
import { tell } from "./actions";
import { colorChoices, coloringOf } from "./coloring";
import { DEFAULT_COLOR, initialState, scope } from "./scope";

/** Lets go of what was chosen among the rows and labels of another space. */
export function forgetChoices(): void {
  const { selection, focus, isolated, muted, past, future } = initialState;
  scope.setState({ selection, focus, isolated, muted, past, future });
}

/** Leaves out of the selection, with a notice, what a space of so many rows does not have. */
export function keepRows(rows: number): void {
  const { selection, focus, isolated } = scope.getState();
  const kept = selection.filter((row) => row < rows);
  const lost = selection.length - kept.length;
  if (isolated) {
    const shown = isolated.filter((row) => row < rows);
    if (shown.length < isolated.length) {
      scope.setState({ isolated: shown.length > 0 ? shown : null });
      if (lost === 0) tell(said("The link shows points alone that this space does not have; those were left out."));
    }
  }
  if (lost === 0) return;
  tell(
    said(
      "The link selects {lost, plural, one {a point} other {# points}} past the {rows, number} of this space; that was left out.",
      { lost, rows },
    ),
  );
  scope.setState({ selection: kept, focus: focus !== null && focus < rows ? focus : (kept[0] ?? null) });
}

/** Leaves out of the muted labels, with a notice, what the colours of the points do not have; once those are known. */
export function keepLabels(): void {
  const state = scope.getState();
  if (!state.points || state.muted.size === 0) return;
  const coloring = coloringOf(state);
  const labels = new Set(coloring?.kind === "category" ? coloring.labels : []);
  const known = [...state.muted].filter((label) => labels.has(label));
  if (known.length === state.muted.size) return;
  const [lost] = [...state.muted].filter((label) => !labels.has(label));
  scope.setState({ muted: new Set(known) });
  tell(said("The link mutes “{label}”, which the legend does not have; that was left out.", { label: lost }));
}

// A colour that a space did not have, and the one that stood in for it: nobody chose that one.
let standIn: { color: string; instead: string } | null = null;

/** Takes the table of points; a colour that it does not have gives way to one it has, until a space has it again. */
export function takePoints(points: PointTable | null): void {
  const { color: current } = scope.getState();
  const color = standIn?.color === current ? standIn.instead : current;
  const names = colorChoices(points).map(({ name }) => name);
  const known = !points || names.includes(color);
  const fallback = names.includes(DEFAULT_COLOR) ? DEFAULT_COLOR : (names[0] ?? color);
  if (!known && color !== DEFAULT_COLOR)
    tell(said('This space has no "{color}" to colour by; that was left out.', { color }));
  standIn = known ? null : { color: fallback, instead: color };
  scope.setState({ points, color: known ? color : fallback });
  keepLabels();
}
