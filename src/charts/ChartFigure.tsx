import { lazy, type ReactNode, Suspense, useEffect, useId, useRef, useState } from "react";
import { t } from "../i18n";
import type { Drawing, Size } from "./axes";
import { type ChartRows, csvOf, fileName } from "./csv";
import { announceChart, type OpenChart } from "./open-charts";
import { SavePicture } from "./SavePicture";
import { saveFile } from "./save-file";
import "./charts.css";

const ChartTable = lazy(async () => ({ default: (await import("./ChartTable")).ChartTable }));

interface Props {
  title: string;
  /** The name of the space, for the file's name. */
  space: string;
  height: number;
  /** The numbers behind the chart, made when they are asked for. */
  rows: () => ChartRows;
  /** The row of the cursor; −1 where there is none. */
  current: number;
  children: ReactNode;
  /** What stands between caption and drawing. */
  readout: ReactNode;
  /** The names of the series, where they need telling apart. */
  legend?: readonly string[];
  draw: (plotting: typeof import("./plotting"), size: Size) => Drawing | null;
}

/** A chart with its caption, its numbers as a table in place of the drawing, and as CSV. */
export function ChartFigure(props: Props) {
  const { title, space, height, rows, current, children, readout } = props;
  const [asTable, setAsTable] = useState(false);
  const caption = useId();
  const save = () => saveFile(fileName([space, title], "csv"), csvOf(rows()), "text/csv;charset=utf-8");
  const figure = useRef<HTMLElement>(null);
  const newest = useRef(props);
  newest.current = props;
  const [chart, setChart] = useState<OpenChart | null>(null);
  useEffect(() => {
    const own: OpenChart = {
      title,
      figure: figure.current!,
      get legend() {
        return newest.current.legend ?? [];
      },
      draw: async (size) => newest.current.draw(await import("./plotting"), size),
    };
    setChart(own);
    return announceChart(own);
  }, [title]);
  return (
    <figure ref={figure} className="chart" aria-labelledby={caption}>
      <div className="chart-head">
        <figcaption id={caption}>{title}</figcaption>
        <button
          type="button"
          className="icon-button"
          aria-label={t("Show as table")}
          title={t("Show as table")}
          aria-pressed={asTable}
          onClick={() => setAsTable(!asTable)}
        >
          <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
            <path d="M2 3.5h12v9H2zM2 6.5h12M2 9.5h12M6.5 6.5v6" />
          </svg>
        </button>
        <button type="button" className="icon-button" aria-label={t("Save CSV")} title={t("Save CSV")} onClick={save}>
          <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
            <path d="M8 2v8M5 7.5 8 10.5 11 7.5M2.5 13.5h11" />
          </svg>
        </button>
        {chart && <SavePicture chart={chart} space={space} />}
      </div>
      {readout}
      {asTable ? (
        <div style={{ height }}>
          <Suspense>
            <ChartTable title={title} height={height} rows={rows()} current={current} />
          </Suspense>
        </div>
      ) : (
        children
      )}
    </figure>
  );
}
