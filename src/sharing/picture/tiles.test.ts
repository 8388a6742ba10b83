import { expect, test } from "vitest";
import { tilesOf } from "./tiles";

test("a picture that the GPU draws at once is one tile without margins", () => {
  const whole = { left: 0, top: 0, width: 1440, height: 900 };
  expect(tilesOf(whole, 4096, 48)).toEqual([{ drawn: whole, kept: whole }]);
});

test("tiles cover a large picture once, and none is larger than the GPU draws", () => {
  const box = { left: 7, top: 3, width: 7680, height: 4321 };
  const tiles = tilesOf(box, 4096, 96);
  expect(tiles.length).toBeGreaterThan(3);
  let area = 0;
  for (const { drawn, kept } of tiles) {
    expect(Math.max(drawn.width, drawn.height)).toBeLessThanOrEqual(4096);
    expect(kept.left - drawn.left).toBe(96);
    expect(drawn.width - kept.width).toBe(192);
    area += kept.width * kept.height;
  }
  expect(area).toBe(box.width * box.height);
  const [first] = tiles;
  const last = tiles[tiles.length - 1];
  expect([first.kept.left, first.kept.top]).toEqual([7, 3]);
  expect([last.kept.left + last.kept.width, last.kept.top + last.kept.height]).toEqual([7687, 4324]);
});

test("a picture that is too long one way is cut that way, with margins all around", () => {
  const tiles = tilesOf({ left: 0, top: 0, width: 9000, height: 500 }, 4096, 10);
  expect(tiles.map(({ kept }) => [kept.left, kept.width])).toEqual([
    [0, 3000],
    [3000, 3000],
    [6000, 3000],
  ]);
});
