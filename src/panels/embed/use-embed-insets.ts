import { type RefObject, useLayoutEffect, useState } from "react";
import type { Insets } from "../../scene";
import type { Panel } from "../../state";
import { NARROW, SHEET, widthOf } from "../use-insets";

/** What the timeline covers of a view that is part of another page, and the panel where one is asked for. */
export function useEmbedInsets(bottom: RefObject<HTMLElement | null>, panel: Panel): Insets {
  const [insets, setInsets] = useState<Insets>({ top: 8, right: 0, bottom: 120, left: 0 });
  useLayoutEffect(() => {
    const timeline = bottom.current!;
    const read = () => {
      const narrow = window.matchMedia(NARROW).matches;
      const beside = panel === "none" ? 0 : widthOf(panel) + 16;
      const rtl = getComputedStyle(timeline).direction === "rtl";
      setInsets({
        top: 8,
        left: !narrow && rtl ? beside : 0,
        right: !narrow && !rtl ? beside : 0,
        bottom: timeline.offsetHeight + (narrow && panel !== "none" ? SHEET * window.innerHeight : 0),
      });
    };
    read();
    const observer = new ResizeObserver(read);
    observer.observe(timeline);
    // A frame can grow taller while the timeline stays as it is.
    observer.observe(document.documentElement);
    return () => observer.disconnect();
  }, [bottom, panel]);
  return insets;
}
