import { useLayoutEffect, useRef } from "react";
import { type CategoryColumn, hiddenLabels, scope, useScope } from "../state";
import { type Centres, centresOf } from "./centres";
import { colorColumn } from "./follow-scope";
import { projectPoint } from "./picking";
import type { Stage } from "./stage";

/** More labels than this would cover the cloud. */
const MOST = 16;
/** How clearly apart its points must lie for a name to come up: hardly any do at 4 dims, and most at 512. */
const CLEAR = 0.8;

/** The names of the labels over their points, as soon as these stand apart; they move with the cloud. */
export function ClusterNames({ stage }: { stage: Stage }) {
  const column = useScope(colorColumn);
  const muted = useScope((state) => state.muted);
  const isolated = useScope((state) => state.isolated);
  const list = useRef<HTMLDivElement>(null);

  useLayoutEffect(() => {
    if (!column || !list.current) return;
    const names = [...list.current.children].map((element) => element as HTMLElement);
    const follow = nameFollower(stage, column, hiddenLabels({ ...scope.getState(), muted, isolated }), names);
    follow();
    stage.afterDraw.add(follow);
    return () => void stage.afterDraw.delete(follow);
  }, [stage, column, muted, isolated]);

  return (
    <div ref={list} className="cluster-names" aria-hidden="true">
      {column?.labels.slice(0, MOST).map((label) => (
        <span key={label}>{label}</span>
      ))}
    </div>
  );
}

/** Places the names for one drawn frame; the largest labels go first, and what would overlap them stays away. */
function nameFollower(stage: Stage, column: CategoryColumn, muted: ReadonlySet<string>, names: HTMLElement[]) {
  const sizes = names.map(({ offsetWidth, offsetHeight }) => ({ width: offsetWidth, height: offsetHeight }));
  const shown = names.map(() => false);
  let version = -1;
  let [a, b, offset]: (Centres | null)[] = [null, null, null];
  // How clear each label is on screen, and was when the positions last changed.
  let clarity = new Float32Array(names.length);
  let clarityBefore = clarity;
  return () => {
    const motion = stage.buffers?.motion;
    if (!motion) return;
    if (version !== motion.version) {
      version = motion.version;
      [a, b, offset] = [motion.a, motion.b, motion.offset].map((places) =>
        centresOf(places, column.codes, column.labels.length),
      );
      clarityBefore = clarity;
      clarity = clarity.slice();
    }
    if (!a || !b || !offset) return;
    const [first, second, off] = [a, b, offset];
    const { mix, rest } = motion;
    const placeOf = (i: number) => first.places[i] + (second.places[i] - first.places[i]) * mix + off.places[i] * rest;
    const clarityOf = (i: number) => {
      const there = first.clarity[i] + (second.clarity[i] - first.clarity[i]) * mix;
      return there + (clarityBefore[i] - there) * rest;
    };
    const taken: { x: number; y: number; width: number; height: number }[] = [];
    names.forEach((element, code) => {
      const [x, y, z] = [0, 1, 2].map((axis) => placeOf(code * 3 + axis));
      const place = muted.has(column.labels[code]) ? null : projectPoint(stage.view, x, y, z);
      clarity[code] = clarityOf(code);
      const clear = clarity[code] > CLEAR;
      const { width, height } = sizes[code];
      // A name that is up gives way later than one that is not comes up: no flicker at the edge.
      const room = shown[code] ? 0 : 8;
      const free =
        place !== null &&
        taken.every(
          (other) =>
            Math.abs(other.x - place.x) > (other.width + width) / 2 + room ||
            Math.abs(other.y - place.y) > (other.height + height) / 2 + room,
        );
      shown[code] = free && clear;
      element.style.opacity = shown[code] ? "1" : "0";
      if (!place || !shown[code]) return;
      taken.push({ x: place.x, y: place.y, width, height });
      // On whole pixels, or the letters blur.
      element.style.translate = `${Math.round(place.x - width / 2)}px ${Math.round(place.y - height / 2)}px`;
    });
  };
}
