import { lazy, type Ref, Suspense } from "react";
import { t, textOf } from "../../i18n";
import { coloringOf, SETTLES, useScope } from "../../state";
import { ColorSelect, useOpened } from "../choosers/lazily";
import { SelectArrow } from "../choosers/SelectArrow";
import { LabelList } from "./LabelList";
import "./legend.css";

const NumberScale = lazy(async () => ({ default: (await import("./NumberScale")).NumberScale }));
const SettlingLine = lazy(async () => ({ default: (await import("./SettlingLine")).SettlingLine }));

/** What the colours of the points mean: a list of labels, or a scale of numbers; and the choice among columns. */
export function Legend({ ref }: { ref: Ref<HTMLElement> }) {
  const coloring = useScope(coloringOf);
  const settles = useScope((state) => state.color === SETTLES.name && !state.settling.coloring);
  const opened = useOpened();
  const face = (
    <div className="color-by">
      {coloring && textOf(coloring.title)}
      <SelectArrow />
    </div>
  );
  return (
    <section ref={ref} className="legend" aria-label={t("Legend")} data-over="cloud" hidden={!coloring && !settles}>
      <Suspense fallback={face}>{opened ? <ColorSelect /> : face}</Suspense>
      {settles && (
        <Suspense>
          <SettlingLine again />
        </Suspense>
      )}
      {coloring?.kind === "category" && <LabelList column={coloring} />}
      {coloring?.kind === "number" && (
        <Suspense>
          <NumberScale column={coloring} />
        </Suspense>
      )}
    </section>
  );
}
