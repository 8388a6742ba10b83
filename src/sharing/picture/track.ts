import { count } from "../../panels/figures";
import { shareOf } from "../../panels/timeline/axis";
import { profilePaths } from "../../panels/timeline/profile-path";
import { labelsThatFit } from "../../panels/timeline/tick-labels";
import type { Facts } from "./facts";
import type { Inks } from "./inks";
import { type Font, type Item, n, rectangle } from "./page";
import { type PathStep, stepsOf } from "./path";

export interface Strip {
  x: number;
  y: number;
  width: number;
  height: number;
  /** The size of the figures below it; 0 for none. */
  figures: number;
}

/** Room that the figures below a track take. */
export const UNDER = 18;

/** The track of the timeline: the standard deviation of each dimension, lit up to k, with figures below. */
export function trackItems({ profile, k, dims }: Facts, { x, y, width, height, figures }: Strip, inks: Inks): Item[] {
  const axis = { scale: profile.scale, dims };
  const paths = profilePaths(profile.std, profile.columns, axis, width, height);
  const at = shareOf(k, axis) * width;
  const put = (d: string) => moved(d, x, y);
  const lit = (d: string) => put(cutAt(d, at));
  const font: Font = { size: figures, weight: 400 };
  const marks = figures > 0 ? labelsThatFit(axis, (width * 12) / figures) : [];
  return [
    { kind: "path", d: put(paths.area), fill: inks.unlit, opacity: 0.2 },
    { kind: "path", d: put(paths.line), stroke: inks.unlit },
    { kind: "path", d: lit(paths.area), fill: inks.lit, opacity: 0.3 },
    { kind: "path", d: lit(paths.band), fill: inks.lit, opacity: 0.28 },
    { kind: "path", d: lit(paths.line), stroke: inks.lit, strokeWidth: 1.5 },
    { kind: "path", d: rectangle(x, y + height, width, 1), fill: inks.unlit },
    { kind: "path", d: rectangle(x, y + height - 0.5, at, 2), fill: inks.lit },
    { kind: "path", d: rectangle(x + at - 1, y - 4, 2, height + 6), fill: inks.lit },
    ...marks.map((stop): Item => {
      const anchor = stop === marks[0] ? "start" : stop === dims ? "end" : "middle";
      const left = x + shareOf(stop, axis) * width;
      return { kind: "text", text: count(stop), x: left, y: y + height + 14, font, fill: inks.faint, anchor };
    }),
  ].filter((item) => item.kind !== "path" || item.d !== "") as Item[];
}

/** A path that runs from left to right, or there and back, up to a place on x. */
export function cutAt(d: string, at: number): string {
  const steps = stepsOf(d);
  const points = steps.flatMap(({ numbers }) => (numbers.length === 2 ? [numbers] : []));
  if (points.length === 0) return "";
  const closed = steps.at(-1)?.to === "Z" ? "Z" : "";
  // What closes it is a way, too.
  if (closed) points.push(points[0]);
  const kept: number[][] = [];
  points.forEach(([x, y], i) => {
    const [beforeX, beforeY] = points[i - 1] ?? [x, y];
    // Where the way crosses the place, it ends or begins there.
    if (beforeX < at !== x < at && beforeX !== x) {
      kept.push([at, beforeY + ((y - beforeY) * (at - beforeX)) / (x - beforeX)]);
    }
    if (x <= at) kept.push([x, y]);
  });
  if (kept.length < 2) return "";
  return `M${kept.map(([x, y]) => `${n(x)},${n(y)}`).join("L")}${closed}`;
}

/** The same path elsewhere. */
function moved(d: string, right: number, down: number): string {
  const write = ({ to, numbers }: PathStep) =>
    to + numbers.map((value, i) => n(value + (i % 2 ? down : right))).join(",");
  return stepsOf(d).map(write).join("");
}
