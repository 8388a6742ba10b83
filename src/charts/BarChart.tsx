import { useCallback, useState } from "react";
import { t } from "../i18n";
import type { XAxis, YAxis } from "./axes";
import { Bars } from "./Bars";
import { ChartFigure } from "./ChartFigure";
import { DrawingArea } from "./DrawingArea";
import { plainNumber } from "./format";
import { type Bar, rowsOfBars } from "./rows";
import { useSameAxis } from "./use-same-axis";

export interface BarChartProps {
  /** The caption; the name of the figure and of its bars. */
  title: string;
  /** The name of the space, for the names of files. */
  space: string;
  bars: readonly Bar[];
  x: XAxis;
  y: YAxis;
  /** The bar that is chosen, by its index. */
  selected?: number | null | undefined;
  /** A bar was chosen, by click or key. */
  onSelect: (index: number) => void;
  height?: number | undefined;
  empty?: string | undefined;
}

/** A histogram or bars over names, each of which can be chosen. */
export function BarChart(props: BarChartProps) {
  const { title, space, bars, selected = null, onSelect, height = 180 } = props;
  const { empty = t("Nothing to show yet.") } = props;
  const { x, y } = props;
  const drawnX = useSameAxis(x);
  const drawnY = useSameAxis(y);
  const [pointed, setPointed] = useState<number | null>(null);
  const draw = useCallback(
    (plotting: typeof import("./plotting"), size: { width: number; height: number }) =>
      plotting.drawBars({ bars, x: drawnX, y: drawnY }, size),
    [bars, drawnX, drawnY],
  );
  const wordsOf = ({ name, value }: Bar) => `${name}: ${(y.format ?? plainNumber)(value)} ${y.label}`;
  const read = bars[pointed ?? selected ?? -1];
  return (
    <ChartFigure
      title={title}
      space={space}
      height={height}
      rows={() => rowsOfBars(bars, x.label, y.label)}
      current={selected ?? -1}
      draw={draw}
      readout={<p className="chart-line">{read ? wordsOf(read) : "\u00a0"}</p>}
    >
      <DrawingArea height={height} draw={draw} empty={empty}>
        {(drawing) => <Bars {...{ drawing, bars, selected, onSelect, wordsOf }} name={title} onPoint={setPointed} />}
      </DrawingArea>
    </ChartFigure>
  );
}
