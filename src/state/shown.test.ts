import { expect, test } from "vitest";
import type { PointTable } from "../sources";
import { initialState } from "./scope";
import { hiddenLabels, shownTest } from "./shown";

const points: PointTable = {
  rows: 4,
  titles: ["oak", "lion", "elm", "soup"],
  texts: ["", "", "", ""],
  columns: [
    {
      kind: "category",
      name: "category",
      labels: ["plant", "animal", "food"],
      counts: [2, 1, 1],
      codes: Uint16Array.of(0, 1, 0, 2),
    },
  ],
};
const state = { ...initialState, points };
const shown = (changes: Partial<typeof state>) => [0, 1, 2, 3].filter(shownTest({ ...state, ...changes }));

test("muted labels and what is not isolated are not shown", () => {
  expect(shown({})).toEqual([0, 1, 2, 3]);
  expect(shown({ muted: new Set(["plant"]) })).toEqual([1, 3]);
  expect(shown({ isolated: [0, 1] })).toEqual([0, 1]);
  expect(shown({ isolated: [0, 1], muted: new Set(["plant"]) })).toEqual([1]);
});

test("a label of which no point is shown is hidden", () => {
  const hidden = (changes: Partial<typeof state>) => [...hiddenLabels({ ...state, ...changes })];
  expect(hidden({})).toEqual([]);
  expect(hidden({ muted: new Set(["food"]) })).toEqual(["food"]);
  expect(hidden({ isolated: [0, 3], muted: new Set(["food"]) })).toEqual(["animal", "food"]);
});
