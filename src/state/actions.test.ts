import { beforeEach, expect, test } from "vitest";
import type { Manifest } from "../sources";
import { setK, togglePlay } from "./actions";
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
