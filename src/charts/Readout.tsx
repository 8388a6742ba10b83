import type { XAxis, YAxis } from "./axes";
import { readingAt, type Series } from "./series";
import { dashOf, toneOf } from "./tones";
import { figureHeads, placeInWords, readingInFigures } from "./words";

interface Props {
  series: readonly Series[];
  x: XAxis;
  y: YAxis;
  /** The stop that is read; null while nothing is known. */
  at: number | null;
}

/** The legend of a line chart, and what each series says where the cursor or the pointer is. */
export function Readout({ series, x, y, at }: Props) {
  return (
    <div className="chart-readout">
      <p>
        <b>{at === null ? "\u00a0" : placeInWords(at, x)}</b>
        {figureHeads(series, y)}
      </p>
      <dl>
        {series.map((one, index) => (
          <div key={one.name}>
            <dt>
              <svg width="20" height="8" aria-hidden="true">
                <path d="M1 4H19" stroke={toneOf(index)} strokeDasharray={dashOf(index)} />
              </svg>
              <span title={one.name}>{one.name}</span>
            </dt>
            <dd>{at === null ? "" : readingInFigures(readingAt(one, at), y)}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
