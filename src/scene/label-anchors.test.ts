import { expect, test } from "vitest";
import { seeded } from "../../data/random";
import { LabelAnchors } from "./label-anchors";
import type { Places } from "./motion";

function placesOf(points: number[][]): Places {
  const flat = () => Float32Array.from(points.flat());
  return { rows: points.length, a: flat(), b: flat(), offset: new Float32Array(points.length * 3), mix: 0, rest: 0 };
}

test("a name stands in the midst of most of its points, and stragglers do not draw it away", () => {
  const points = [...Array.from({ length: 9 }, (_, i) => [2 + i * 0.001, 1, 0]), [50, 50, 50]];
  const anchors = new LabelAnchors(new Uint16Array(10), 1);
  anchors.follow(placesOf(points));
  expect(anchors.places[0]).toBeCloseTo(2, 1);
  expect(anchors.places[1]).toBeCloseTo(1, 1);
});

test("its place is that of least summed distance, from any start", () => {
  const random = seeded(3);
  const points = Array.from({ length: 60 }, () => [random() * 4, random() ** 3, random() - 0.5]);
  const anchors = new LabelAnchors(new Uint16Array(60), 1);
  // It comes from elsewhere.
  anchors.follow(placesOf(points.map(([x, y, z]) => [x + 5, y - 3, z])));
  anchors.follow(placesOf(points));
  const sum = (place: ArrayLike<number>) =>
    points.reduce((all, at) => all + Math.hypot(at[0] - place[0], at[1] - place[1], at[2] - place[2]), 0);
  for (const point of points) expect(sum(anchors.places)).toBeLessThanOrEqual(sum(point) + 1e-3);
});

test("at rest its place is the points', not that of the way they came", () => {
  const random = seeded(5);
  const points = Array.from({ length: 200 }, () => [random() ** 2 * 4, random() ** 3, random() - 0.5]);
  const [straight, astray] = [new LabelAnchors(new Uint16Array(200), 1), new LabelAnchors(new Uint16Array(200), 1)];
  straight.follow(placesOf(points));
  for (const part of [0.3, 0.6, 0.9])
    astray.follow({ ...placesOf(points.map(([x, y, z]) => [x + 5, y, -z])), mix: part });
  astray.follow(placesOf(points));
  expect([...astray.places]).toEqual([...straight.places]);
  // Looked at from elsewhere it stays.
  astray.follow(placesOf(points));
  expect([...astray.places]).toEqual([...straight.places]);
});

test("labels that lie apart are clear, and one around the middle is not", () => {
  const random = seeded(4);
  const near = (x: number) => [x + random() - 0.5, random() - 0.5, random() - 0.5];
  const codes = Uint16Array.from({ length: 3000 }, (_, row) => row % 3);
  const anchors = new LabelAnchors(codes, 2);
  anchors.follow(placesOf(Array.from(codes, (code) => near([3, 0, -3][code]))));
  expect(anchors.clarity[0]).toBeGreaterThan(4);
  expect(anchors.clarity[1]).toBeLessThan(0.2);
});

test("of an isolated selection a name stands among the rows that are shown", () => {
  const points = [...Array.from({ length: 20 }, () => [1, 0, 0]), [4, 4, 0], [4, 4.1, 0]];
  const anchors = new LabelAnchors(new Uint16Array(22), 2, [20, 21]);
  anchors.follow(placesOf(points));
  expect(anchors.places[0]).toBeCloseTo(4, 5);
  expect(anchors.places[1]).toBeGreaterThanOrEqual(4);
  // Nothing of the other label is shown.
  expect(anchors.clarity[1]).toBe(0);
});
