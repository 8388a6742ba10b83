import { type ReactNode, useEffect, useLayoutEffect, useRef, useState } from "react";
import { t } from "../i18n";
import type { Drawing, Size } from "./axes";
import { takeTurn } from "./turns";
import { usePlotting } from "./use-plotting";

interface Props {
  height: number;
  /** Draws anew whenever it is another function: keep it as long as the data are the same. */
  draw: (plotting: typeof import("./plotting"), size: Size) => Drawing | null;
  /** What stands there while nothing is known. */
  empty: string;
  /** What lies over the drawing: a cursor, bars to choose. It moves without a new drawing. */
  children: (drawing: Drawing) => ReactNode;
}

/** A drawing as wide as its place, of a height that is kept from the start. */
export function DrawingArea({ height, draw, empty, children }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const paper = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(0);
  const [drawing, setDrawing] = useState<Drawing | null | undefined>();
  const { plotting, failed } = usePlotting();
  useLayoutEffect(() => {
    const read = () => setWidth(Math.floor(box.current!.clientWidth));
    read();
    const observer = new ResizeObserver(read);
    observer.observe(box.current!);
    return () => observer.disconnect();
  }, []);
  useEffect(() => {
    if (!plotting || width === 0) return;
    return takeTurn(() => {
      const drawn = draw(plotting, { width, height });
      paper.current!.replaceChildren(...(drawn ? [drawn.svg] : []));
      setDrawing(drawn);
    });
  }, [plotting, draw, width, height]);
  return (
    <div ref={box} className="chart-area" style={{ height }}>
      <div ref={paper} aria-hidden="true" />
      {drawing && children(drawing)}
      {(failed || drawing === null) && (
        <p className="chart-empty">
          {failed ? t("The chart could not be fetched. Its numbers are in the table.") : empty}
        </p>
      )}
    </div>
  );
}
