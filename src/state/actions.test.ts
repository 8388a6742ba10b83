import { beforeEach, expect, test } from "vitest";
import { textOf } from "../i18n/said";
import type { Manifest, PointTable } from "../sources";
import { setK, setMode, togglePlay } from "./actions";
import { takePoints } from "./opening";
import { initialState, scope } from "./scope";

beforeEach(() => {
  scope.setState({
    ...initialState,
    manifest: { dims: 3072 } as Manifest,
    progress: { columns: 640, bytes: 0, totalBytes: 1 },
  });
});

test("the slider stays between 4 and what has arrived", () => {
  setK(9000);
  expect(scope.getState().k).toBe(640);
  setK(1);
  expect(scope.getState().k).toBe(4);
  setK(99.6);
  expect(scope.getState().k).toBe(100);
});

test("play at the end starts over", () => {
  scope.setState({ progress: { columns: 3072, bytes: 1, totalBytes: 1 }, k: 3072 });
  togglePlay();
  expect(scope.getState()).toMatchObject({ k: 4, playing: true });
  togglePlay();
  expect(scope.getState()).toMatchObject({ k: 4, playing: false });
});

test("in unit mode a sample of a whole says that it stands for itself alone", () => {
  setMode("unit");
  expect(scope.getState().notice).toBeNull();
  scope.setState({ manifest: { dims: 3072, rows: 10_000, wholeRows: 1e9 } as Manifest });
  setMode("raw");
  expect(scope.getState().notice).toBeNull();
  setMode("unit");
  expect(textOf(scope.getState().notice ?? "")).toContain("10,000 points shown, not for the 1,000,000,000");
});

test("a colour that a space does not have stands in until another space has the one that was wanted", () => {
  const points = (columns: PointTable["columns"]): PointTable => ({
    rows: 2,
    titles: ["a", "b"],
    texts: ["", ""],
    columns,
  });
  const category = {
    kind: "category" as const,
    name: "category",
    labels: ["x", "y"],
    counts: [1, 1],
    codes: Uint16Array.of(0, 1),
  };
  takePoints(points([category]));
  takePoints(points([]));
  expect(scope.getState().color).toBe("axis1");
  takePoints(points([category]));
  expect(scope.getState().color).toBe("category");
});
