import { sameList } from "./row-set";
import { type ScopeState, scope } from "./scope";

/** What can be undone: what is selected, what is shown of the space, and how it is coloured. */
export type Choices = Pick<ScopeState, "selection" | "focus" | "isolated" | "muted" | "color">;

const MOST = 200;
/** Rows that all steps hold together: the selections of a large space shall not fill the memory. */
const MOST_ROWS = 4_000_000;

/** Makes a choice that can be undone. One that changes nothing leaves no trace. */
export function choose(change: Partial<Choices>): void {
  const before = choicesOf(scope.getState());
  const after = { ...before, ...change };
  if (same(before, after)) return;
  scope.setState({ ...effectOf(after), past: affordable([...scope.getState().past, before]), future: [] });
}

/** Takes the last choice back. */
export function undo(): void {
  const { past, future } = scope.getState();
  const last = past.at(-1);
  if (!last) return;
  const now = choicesOf(scope.getState());
  scope.setState({ ...effectOf(last), past: past.slice(0, -1), future: [now, ...future] });
}

/** Makes the choice again that was taken back last. */
export function redo(): void {
  const { past, future } = scope.getState();
  const [next, ...later] = future;
  if (!next) return;
  const now = choicesOf(scope.getState());
  scope.setState({ ...effectOf(next), past: [...past, now], future: later });
}

/** A choice with what follows from it: neighbours are those of the focused row. */
export function effectOf<T extends { focus: number | null }>(choices: T): T & Partial<ScopeState> {
  const stays = choices.focus === scope.getState().focus;
  return stays ? choices : { ...choices, neighbours: { atK: null, atFull: null } };
}

/** The newest steps that there is room for; lists that steps share count once. */
export function affordable(past: readonly Choices[], rows = MOST_ROWS): readonly Choices[] {
  const held = new Set<readonly number[]>();
  let from = past.length;
  let left = rows;
  while (from > Math.max(0, past.length - MOST)) {
    const { selection, isolated } = past[from - 1];
    for (const list of [selection, isolated]) {
      if (!list || held.has(list)) continue;
      held.add(list);
      left -= list.length;
    }
    if (left < 0) break;
    from--;
  }
  return past.slice(from);
}

function choicesOf({ selection, focus, isolated, muted, color }: ScopeState): Choices {
  return { selection, focus, isolated, muted, color };
}

function same(a: Choices, b: Choices): boolean {
  return (
    a.focus === b.focus &&
    a.color === b.color &&
    sameList(a.selection, b.selection) &&
    sameList(a.isolated, b.isolated) &&
    sameList([...a.muted].sort(), [...b.muted].sort())
  );
}
