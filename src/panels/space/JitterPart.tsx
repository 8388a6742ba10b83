import { LineChart, type Series } from "../../charts";
import { t } from "../../i18n";
import { useWorded } from "../../i18n/react";
import { setK, useScope } from "../../state";
import { percent } from "../figures";
import { StudyLine } from "../studies/StudyLine";
import { useStudy } from "../studies/use-study";
import { jitterInWords } from "./jitter-words";
import { useDims } from "./use-dims";

const FEW = [0, 0.05] as const;
const TENTH = [0, 0.1] as const;
const ACUTE = [0, 10] as const;
const inDegrees = (degrees: number) => `${degrees.toFixed(degrees > 0 && degrees < 9.95 ? 1 : 0)}°`;

/** How much the picture shows of a prefix, and how it moves from one to the next. */
export function JitterPart() {
  const data = useScope((state) => state.data);
  const mode = useScope((state) => state.mode);
  const { answer, ...line } = useStudy("jitter", mode, { mode });
  const [ratio, movement, angle] = useWorded((): Series[][] => {
    if (!answer) return [[], [], []];
    const { k: x, ratio, eighth, octave, toEnd, angle } = answer;
    return [
      [{ name: t("three axes"), x, y: ratio }],
      [
        { name: t("from an eighth of an octave before"), x, y: eighth },
        { name: t("from an octave before"), x, y: octave },
        { name: t("to all dims"), x, y: toEnd },
      ],
      [{ name: t("largest principal angle"), x, y: angle.map((radians) => (radians * 180) / Math.PI) }],
    ];
  }, [answer]);
  const shared = { space: data, empty: t("Not measured yet."), onCursor: setK, ...useDims() };
  return (
    <section className="space-part" aria-label={t("Jitter")}>
      <h3>{t("What the picture shows, and when it comes to rest")}</h3>
      <StudyLine name={t("the jitter")} answered={answer !== null} {...line} />
      <LineChart
        title={t("Explained by three axes")}
        series={ratio}
        y={{ label: t("explained by three axes"), within: FEW, format: percent }}
        height={160}
        {...shared}
      />
      <LineChart
        title={t("Jitter")}
        series={movement}
        y={{ label: t("of the cloud’s radius"), within: TENTH, format: percent }}
        {...shared}
      />
      <p className="space-sentence" role="status">
        {answer && jitterInWords(answer)}
      </p>
      <LineChart
        title={t("Turn of the three axes")}
        series={angle}
        y={{ label: t("largest angle"), within: ACUTE, format: inDegrees }}
        height={160}
        {...shared}
      />
      <p className="space-note">
        {t(
          "Root mean square way of the points between two prefixes, each cloud of radius 1 and turned to the other. " +
            "Prefixes stand an eighth of an octave apart; wider steps are longer, which is why an octave is shown too.",
        )}
      </p>
    </section>
  );
}
