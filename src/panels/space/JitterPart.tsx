import { useMemo } from "react";
import { LineChart, type Series } from "../../charts";
import { setK, useScope } from "../../state";
import { percent } from "../figures";
import { StudyLine } from "../studies/StudyLine";
import { useStudy } from "../studies/use-study";
import { jitterInWords } from "./jitter-words";
import { useDims } from "./use-dims";

const RATIO_AXIS = { label: "explained by three axes", within: [0, 0.05], format: percent } as const;
const MOVE_AXIS = { label: "of the cloud’s radius", within: [0, 0.1], format: percent } as const;
const ANGLE_AXIS = {
  label: "largest angle",
  within: [0, 10],
  format: (degrees: number) => `${degrees.toFixed(degrees > 0 && degrees < 9.95 ? 1 : 0)}°`,
} as const;
const EMPTY = "Not measured yet.";

/** How much the picture shows of a prefix, and how it moves from one to the next. */
export function JitterPart() {
  const data = useScope((state) => state.data);
  const mode = useScope((state) => state.mode);
  const { answer, ...line } = useStudy("jitter", mode, { mode });
  const [ratio, movement, angle] = useMemo((): Series[][] => {
    if (!answer) return [[], [], []];
    const { k: x, ratio, eighth, octave, toEnd, angle } = answer;
    return [
      [{ name: "three axes", x, y: ratio }],
      [
        { name: "from an eighth of an octave before", x, y: eighth },
        { name: "from an octave before", x, y: octave },
        { name: "to all dims", x, y: toEnd },
      ],
      [{ name: "largest principal angle", x, y: angle.map((radians) => (radians * 180) / Math.PI) }],
    ];
  }, [answer]);
  const shared = { space: data, empty: EMPTY, onCursor: setK, ...useDims() };
  return (
    <section className="space-part" aria-label="Jitter">
      <h3>What the picture shows, and when it comes to rest</h3>
      <StudyLine name="the jitter" answered={answer !== null} {...line} />
      <LineChart title="Explained by three axes" series={ratio} y={RATIO_AXIS} height={160} {...shared} />
      <LineChart title="Jitter" series={movement} y={MOVE_AXIS} {...shared} />
      <p className="space-sentence" role="status">
        {answer && jitterInWords(answer)}
      </p>
      <LineChart title="Turn of the three axes" series={angle} y={ANGLE_AXIS} height={160} {...shared} />
      <p className="space-note">
        Root mean square way of the points between two prefixes, each cloud of radius 1 and turned to the other.
        Prefixes stand an eighth of an octave apart; wider steps are longer, which is why an octave is shown too.
      </p>
    </section>
  );
}
