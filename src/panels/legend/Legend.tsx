import type { Ref } from "react";
import { coloringOf, useScope } from "../../state";
import { LabelList } from "./LabelList";
import { NumberScale } from "./NumberScale";
import "./legend.css";

/** What the colours of the points mean: a list of labels, or a scale of numbers; and the choice among columns. */
export function Legend({ ref }: { ref: Ref<HTMLElement> }) {
  const coloring = useScope(coloringOf);
  return (
    <section ref={ref} className="legend" aria-label="Legend" hidden={!coloring}>
      <h2>{coloring?.title}</h2>
      {coloring?.kind === "category" && <LabelList column={coloring} />}
      {coloring?.kind === "number" && <NumberScale column={coloring} />}
    </section>
  );
}
