import { type RefObject, useLayoutEffect, useState } from "react";
import type { Insets } from "../scene";
import type { Panel } from "../state";

/** Where the legend is a row of chips: as in legend.css. */
export const NARROW = "(max-width: 720px), (max-height: 520px)";
/** A phone that lies on its side has no height for a sheet: a column at the end, over the legend; as in side-panel.css. */
const LOW = "(max-height: 520px) and (min-width: 721px)";
const lowWidth = () => Math.min(440, 0.55 * window.innerWidth);
/** What the legend is about to take, while there is none: the cloud does not jump when it comes. */
const LEGEND = { width: 200, height: 44 };

/** What a panel takes: a column at the right, or a share of the height as a sheet; as in side-panel.css. */
export const SHEET = 0.4;
const MARGIN = 16;
export const widthOf = (panel: Panel) =>
  panel === "none" ? 8 : panel === "table" ? Math.min(640, window.innerWidth / 2) : 384;
/** The row of their names, folded away, on a narrow screen; and that of the story. */
const NAMES = 44;
const STORY = 60;

/** What lies open beside the cloud. */
interface Open {
  panel: Panel;
  story: "none" | "open" | "folded";
}

/** What the panels cover at each edge. On a narrow screen the legend lies under the top bar, else at the left. */
export function useInsets(
  top: RefObject<HTMLElement | null>,
  legend: RefObject<HTMLElement | null>,
  bottom: RefObject<HTMLElement | null>,
  { panel, story }: Open,
): Insets {
  const [insets, setInsets] = useState<Insets>({ top: 56, right: 0, bottom: 160, left: 0 });
  useLayoutEffect(() => {
    const elements = [top, legend, bottom].map((ref) => ref.current!);
    const read = () => {
      const [bar, list, timeline] = elements;
      const narrow = window.matchMedia(NARROW).matches;
      const isColumn = (panel !== "none" || story === "open") && window.matchMedia(LOW).matches;
      const start = narrow ? 0 : list.offsetWidth || LEGEND.width;
      const wide = narrow ? 0 : Math.max(widthOf(panel), story === "none" ? 0 : 384) + MARGIN;
      const end = isColumn ? lowWidth() : wide;
      const [left, right] = getComputedStyle(bar).direction === "rtl" ? [end, start] : [start, end];
      const next = {
        top: bar.offsetHeight + (narrow ? list.offsetHeight || LEGEND.height : 0),
        right,
        bottom: timeline.offsetHeight + (narrow ? sheetOf(panel, story, isColumn) : 0),
        left,
      };
      setInsets((before) => (Object.keys(next).every((edge) => sameEdge(before, next, edge)) ? before : next));
    };
    read();
    const observer = new ResizeObserver(read);
    for (const element of elements) observer.observe(element);
    // The panels change sides with the reading direction, and not their sizes.
    const direction = new MutationObserver(read);
    direction.observe(document.documentElement, { attributeFilter: ["dir"] });
    return () => {
      observer.disconnect();
      direction.disconnect();
    };
  }, [top, legend, bottom, panel, story]);
  return insets;
}

/** What lies over the lower part of the cloud on a narrow screen: a sheet, and rows for what is folded away. */
function sheetOf(panel: Panel, story: Open["story"], isColumn: boolean): number {
  const sheet = isColumn ? 0 : SHEET * window.innerHeight;
  if (panel !== "none") return sheet + (story === "none" ? 0 : STORY);
  if (story === "open") return sheet;
  return NAMES + (story === "none" ? 0 : STORY);
}

function sameEdge(before: Insets, next: Insets, edge: string): boolean {
  return before[edge as keyof Insets] === next[edge as keyof Insets];
}
