import { t } from "../../i18n";
import { useScope } from "../../state";
import { percent } from "../figures";

/** How much of the variance each of the three axes explains. */
export function AxisVariance() {
  const ratios = useScope((state) => state.frame?.explainedVarianceRatio);
  if (!ratios) return null;
  return (
    <dl
      className="axis-variance"
      data-over="cloud"
      title={t("Share of the variance that each principal axis explains")}
    >
      {ratios.map((ratio, axis) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the axis is its index
        <div key={axis}>
          <dt>PC{axis + 1}</dt>
          <dd>{percent(ratio)}</dd>
        </div>
      ))}
    </dl>
  );
}
