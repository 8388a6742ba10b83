import { type RefObject, useLayoutEffect, useRef } from "react";
import { hasRow, hiddenLabels, type LabelColoring, labelOf, scope, useScope } from "../state";
import { watchCovers } from "./covers";
import { colorColumn } from "./follow-scope";
import { GroupNames, MOST_NAMES } from "./group-names";
import { projectRow } from "./picking";
import { BESIDE_POINT, type LabelWish, placeLabels, type Rectangle } from "./place-labels";
import type { Sight } from "./stage";
import { ringAround, titledRows } from "./titles";

/**
 * The titles of selected points, and the names of labels over their points as soon as these stand apart. They move with
 * the cloud, never overlap and keep out from under the panels: titles go first, then the largest labels.
 */
export function Labels({ stage }: { stage: Sight }) {
  const points = useScope((state) => state.points);
  const selection = useScope((state) => state.selection);
  const focus = useScope((state) => state.focus);
  const hover = useScope((state) => (hasRow(state.selection, state.hover ?? -1) ? state.hover : null));
  const column = useScope(colorColumn);
  const muted = useScope((state) => state.muted);
  const isolated = useScope((state) => state.isolated);
  const list = useRef<HTMLDivElement>(null);
  const covers = useRef<readonly Rectangle[]>([]);
  const titled = points ? titledRows({ ...scope.getState(), selection, focus }).filter((row) => row !== hover) : [];
  const rows = titled.join();

  useLayoutEffect(
    () =>
      watchCovers(list.current!.closest<HTMLElement>(".cloud")!, (now) => {
        covers.current = now;
        stage.invalidate();
      }),
    [stage],
  );
  useLayoutEffect(() => {
    const elements = [...list.current!.children].map((element) => element as HTMLElement);
    const own = rows === "" ? [] : rows.split(",").map(Number);
    const hidden = hiddenLabels({ ...scope.getState(), muted, isolated });
    const titles = elements.slice(0, own.length);
    const follow = labelFollower(stage, own, titles, column, hidden, elements.slice(own.length), covers);
    follow();
    stage.afterDraw.add(follow);
    return () => void stage.afterDraw.delete(follow);
  }, [stage, rows, column, muted, isolated]);

  return (
    <div ref={list} className="labels" aria-hidden="true">
      {titled.map((row) => (
        <span key={row} className="point-title">
          {points?.titles[row]}
        </span>
      ))}
      {column?.labels.slice(0, MOST_NAMES).map((label, code) => (
        <span key={`label ${label}`}>{labelOf(column, code)}</span>
      ))}
    </div>
  );
}

/** Places the titles and names anew for each picture. */
function labelFollower(
  stage: Sight,
  rows: readonly number[],
  titles: readonly HTMLElement[],
  column: LabelColoring | null,
  muted: ReadonlySet<string>,
  names: readonly HTMLElement[],
  covers: RefObject<readonly Rectangle[]>,
): () => void {
  const elements = [...titles, ...names];
  const sizes = elements.map(({ offsetWidth, offsetHeight }) => ({ width: offsetWidth, height: offsetHeight }));
  const groups = column && new GroupNames(column, scope.getState().isolated);
  const shown = elements.map(() => false);

  return () => {
    const motion = stage.buffers?.motion;
    if (!motion) return;
    groups?.follow(motion);
    const rings = rows.map((row) => (row < motion.rows ? projectRow(motion, stage.view, row) : null));
    const wishes = elements.map((_, i): LabelWish | null => {
      const code = i - titles.length;
      if (code < 0) {
        const place = rings[i];
        return place && { ...place, ...sizes[i], seats: BESIDE_POINT, room: 0 };
      }
      return groups?.wish(code, stage.view, sizes[i], muted, shown[i]) ?? null;
    });
    const taken = [...covers.current, ...rings.flatMap((place) => (place ? [ringAround(place)] : []))];
    placeLabels(wishes, stage.view, taken).forEach((place, i) => {
      shown[i] = place !== null;
      elements[i].style.opacity = place ? "1" : "0";
      if (place) elements[i].style.translate = `${place.left}px ${place.top}px`;
    });
  };
}
