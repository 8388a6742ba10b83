import { useCallback, useMemo, useState } from "react";
import { t } from "../i18n";
import type { XAxis, YAxis } from "./axes";
import { ChartFigure } from "./ChartFigure";
import { Cursor } from "./Cursor";
import { DrawingArea } from "./DrawingArea";
import { Readout } from "./Readout";
import { rowsOfLines } from "./rows";
import type { Rule, Series } from "./series";
import { nearestStop, stopsOf } from "./stops";
import { useSameAxis } from "./use-same-axis";
import { cursorInWords } from "./words";

export interface LineChartProps {
  /** The caption; the name of the figure and of its cursor. */
  title: string;
  /** The name of the space, for the names of files. */
  space: string;
  series: readonly Series[];
  x: XAxis;
  y: YAxis;
  rules?: readonly Rule[] | undefined;
  /** Where the cursor stands; without it the chart keeps a cursor of its own. */
  cursor?: number | undefined;
  /** The cursor was clicked, dragged or led by a key to this x. */
  onCursor?: ((x: number) => void) | undefined;
  /** The cursor stands for the dimensions in use, and bears their colour. */
  lit?: boolean | undefined;
  /** The height of the drawing in pixels, axes included; it is kept while nothing is known. */
  height?: number | undefined;
  /** What stands there while nothing is known. */
  empty?: string | undefined;
}

const NO_RULES: readonly Rule[] = [];

/** One or several series over x, with a cursor that can be led by pointer and keys and speaks what it reads. */
export function LineChart(props: LineChartProps) {
  const { title, space, series, rules = NO_RULES, lit = false, height = 200 } = props;
  const { empty = t("Nothing to show yet.") } = props;
  const { x, y } = props;
  const drawnX = useSameAxis(x);
  const drawnY = useSameAxis(y);
  const [own, setOwn] = useState<number | null>(null);
  const [pointed, setPointed] = useState<number | null>(null);
  const stops = useMemo(() => stopsOf(series), [series]);
  const draw = useCallback(
    (plotting: typeof import("./plotting"), size: { width: number; height: number }) =>
      plotting.drawLines({ series, rules, x: drawnX, y: drawnY }, size),
    [series, rules, drawnX, drawnY],
  );
  const cursor = props.cursor ?? own ?? stops[stops.length - 1] ?? 0;
  const stop = nearestStop(stops, cursor, x.scale);
  const onCursor = (next: number) => {
    setOwn(next);
    if (next !== cursor) props.onCursor?.(next);
  };
  return (
    <ChartFigure
      title={title}
      space={space}
      height={height}
      rows={() => rowsOfLines(series, x.label)}
      current={stop === null ? -1 : stops.indexOf(stop)}
      draw={draw}
      legend={series.map(({ name }) => name)}
      readout={<Readout series={series} x={x} y={y} at={pointed ?? stop} />}
    >
      <DrawingArea height={height} draw={draw} empty={empty}>
        {(drawing) =>
          stop !== null && (
            <Cursor
              {...{ drawing, series, stops, rules, cursor, stop, lit, onCursor }}
              name={title}
              axis={x}
              words={cursorInWords(cursor, stop, series, { x, y })}
              onPoint={setPointed}
            />
          )
        }
      </DrawingArea>
    </ChartFigure>
  );
}
