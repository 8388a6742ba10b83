import { colorColumn, type Ground, pointColor } from "../../scene";
import {
  BESIDE_POINT,
  GroupNames,
  type LabelWish,
  type OffscreenCloud,
  placeLabels,
  projectRow,
  type Rectangle,
  ringAround,
  ringedRows,
  titledRows,
} from "../../scene/still";
import { coloringOf, hiddenLabels, type ScopeState } from "../../state";
import type { Inks } from "./inks";
import { circle, type Font, fitted, type Item, type Measure, rectangle } from "./page";

/** What a title of a selected point takes at most, and the room around its letters: as in cloud.css. */
const TITLE = { most: 240, beside: 6, above: 1 };

interface Wish {
  covers: readonly Rectangle[];
  /** The size of letters, in pixels of the page. */
  size: number;
  ground: Ground;
  inks: Inks;
  measure: Measure;
}

/**
 * The names over the groups of a cloud, the titles of selected points and the rings around them, placed as on the page,
 * for the picture's own size.
 *
 * @param cloud which has just drawn the picture
 */
export function labelItems(
  { places, view }: Pick<OffscreenCloud, "places" | "view">,
  state: ScopeState,
  { covers, size, ground, inks, measure }: Wish,
): Item[] {
  if (!places) return [];
  const font: Font = { size, weight: 600 };
  const high = (size * 16) / 13;
  const rows = state.points ? titledRows(state).filter((row) => row < places.rows) : [];
  const rings = rows.map((row) => projectRow(places, view, row));
  const column = colorColumn(state);
  const groups = column && new GroupNames(column, state.isolated);
  groups?.follow(places);
  const hidden = hiddenLabels(state);
  const titles = rows.map((row) => fitted(state.points!.titles[row], font, TITLE.most - 2 * TITLE.beside, measure));
  const wishes = [
    ...titles.map((title, i): LabelWish | null => {
      const width = measure(title, font) + 2 * TITLE.beside;
      return rings[i] && { ...rings[i], width, height: high + 2 * TITLE.above, seats: BESIDE_POINT, room: 0 };
    }),
    ...(groups?.names ?? []).map((name, code) =>
      groups!.wish(code, view, { width: measure(name, font), height: high }, hidden, false),
    ),
  ];
  const taken = [...covers, ...rings.flatMap((place) => (place ? [ringAround(place)] : []))];
  const seats = placeLabels(wishes, view, taken);
  const texts = [...titles, ...(groups?.names ?? [])];
  // The baseline of letters in a line of their height.
  const baseline = (box: Rectangle) => box.top + box.height / 2 + size * 0.36;
  const written = seats.flatMap((box, i): Item[] => {
    if (!box) return [];
    const text = { kind: "text", text: texts[i], y: baseline(box), font, fill: inks.text } as const;
    if (i >= titles.length) return [{ ...text, x: box.left + box.width / 2, anchor: "middle", halo: inks.ground }];
    const plate = rectangle(box.left, box.top, box.width, box.height, 4);
    return [
      { kind: "path", d: plate, fill: inks.ground, opacity: 0.72 },
      { ...text, x: box.left + TITLE.beside },
    ];
  });
  return [...ringItems({ places, view }, state, ground, inks), ...written];
}

/** The few selected points in front of all others, with a ring around each: as in cloud.css. */
function ringItems(
  { places, view }: Pick<OffscreenCloud, "places" | "view">,
  state: ScopeState,
  ground: Ground,
  inks: Inks,
): Item[] {
  const coloring = coloringOf(state);
  return ringedRows(state).flatMap((row): Item[] => {
    const place = places && row < places.rows ? projectRow(places, view, row) : null;
    if (!place) return [];
    const { x, y } = place;
    const [gap, width] = row === state.focus ? [3, 2] : [2, 1.5];
    return [
      { kind: "path", d: circle(x, y, 4 + gap), fill: inks.ground, opacity: 0.7 },
      { kind: "path", d: circle(x, y, 4), fill: pointColor(coloring, row, ground) },
      { kind: "path", d: circle(x, y, 4 + gap + width / 2), stroke: inks.text, strokeWidth: width },
    ];
  });
}
