import { beforeEach, expect, test } from "vitest";
import { affordable, choose, redo, undo } from "./history";
import { initialState, scope } from "./scope";
import {
  focusOn,
  isolateLabel,
  isolateSelection,
  select,
  selectLabel,
  selectRows,
  setColor,
  showAll,
  toggleMuted,
  toggleSelected,
} from "./selecting";

const state = () => scope.getState();
beforeEach(() => scope.setState(initialState));

test("a selection is replaced, added to and taken from; rows rise and stand once", () => {
  selectRows([7, 3, 7]);
  expect(state()).toMatchObject({ selection: [3, 7], focus: 7, panel: "points" });
  selectRows([5, 3], "add");
  expect(state()).toMatchObject({ selection: [3, 5, 7], focus: 7 });
  selectRows([7], "remove");
  expect(state()).toMatchObject({ selection: [3, 5], focus: 3 });
  selectRows([], "add");
  expect(state()).toMatchObject({ selection: [3, 5], focus: 3 });
  selectRows([]);
  expect(state()).toMatchObject({ selection: [], focus: null });
  select(9);
  expect(state()).toMatchObject({ selection: [9], focus: 9 });
  select(null);
  expect(state()).toMatchObject({ selection: [], focus: null, panel: "points" });
});

test("a point that is added is the one the panel tells about; taken out, another one is", () => {
  select(4);
  toggleSelected(2);
  expect(state()).toMatchObject({ selection: [2, 4], focus: 2 });
  toggleSelected(2);
  expect(state()).toMatchObject({ selection: [4], focus: 4 });
  focusOn(8);
  expect(state().focus).toBe(4);
});

test("the neighbours shown are those of the focused row: they stay with it and go when it changes", () => {
  const atK = { row: 4, k: 8, rows: Int32Array.of(1), cosines: Float32Array.of(1) };
  select(4);
  scope.setState({ neighbours: { atK, atFull: null } });
  select(4);
  selectRows([6], "remove");
  expect(state().neighbours.atK).toBe(atK);
  toggleSelected(5);
  expect(state().neighbours.atK).toBeNull();
});

test("all of a label are selected by its code", () => {
  selectLabel(Uint16Array.of(0, 1, 0, 2, 1), 1);
  expect(state().selection).toEqual([1, 4]);
  selectLabel(Uint16Array.of(0, 1, 0, 2, 1), 2, "add");
  expect(state().selection).toEqual([1, 3, 4]);
});

test("a label is muted and brought back; isolated and all shown again", () => {
  toggleMuted("plant");
  expect([...state().muted]).toEqual(["plant"]);
  toggleMuted("plant");
  expect(state().muted.size).toBe(0);
  const labels = ["animal", "plant", "food"];
  isolateLabel("food", labels);
  expect([...state().muted]).toEqual(["animal", "plant"]);
  isolateLabel("food", labels);
  expect(state().muted.size).toBe(0);
});

test("selection, filter and colour are undone and done again, step by step", () => {
  selectRows([1, 2]);
  isolateSelection();
  select(2);
  toggleMuted("plant");
  setColor("axis1");
  expect(state()).toMatchObject({ color: "axis1", muted: new Set(), isolated: [1, 2], selection: [2] });
  undo();
  expect(state()).toMatchObject({ color: "category", muted: new Set(["plant"]) });
  undo();
  undo();
  expect(state()).toMatchObject({ selection: [1, 2], focus: 1, isolated: [1, 2], muted: new Set() });
  undo();
  expect(state().isolated).toBeNull();
  undo();
  undo();
  expect(state()).toMatchObject({ selection: [], focus: null, past: [] });
  for (let i = 0; i < 9; i++) redo();
  expect(state()).toMatchObject({ color: "axis1", isolated: [1, 2], selection: [2], future: [] });
  showAll();
  expect(state().isolated).toBeNull();
});

test("a new choice ends what was undone, and one that changes nothing is no step", () => {
  select(1);
  select(2);
  undo();
  select(3);
  expect(state().future).toEqual([]);
  const steps = state().past.length;
  select(3);
  selectRows([3]);
  showAll();
  setColor(state().color);
  choose({ muted: new Set() });
  focusOn(3);
  expect(state().past).toHaveLength(steps);
});

test("the history keeps the newest two hundred steps", () => {
  for (let row = 0; row < 300; row++) select(row);
  expect(state().past).toHaveLength(200);
  for (let i = 0; i < 250; i++) undo();
  expect(state().selection).toEqual([99]);
});

test("steps that hold too many rows are let go, oldest first; what they share counts once", () => {
  const { selection, focus, isolated, muted, color } = initialState;
  const none = { selection, focus, isolated, muted, color };
  const ten = Array.from({ length: 10 }, (_, row) => row);
  const steps = [[...ten], ten, ten, [...ten]].map((rows) => ({ ...none, selection: rows, isolated: ten }));
  expect(affordable(steps, 40)).toHaveLength(4);
  expect(affordable(steps, 25)).toHaveLength(3);
  expect(affordable(steps, 5)).toHaveLength(0);
});
