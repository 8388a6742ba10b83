import { joined, t, textOf } from "../../i18n";
import { useScope } from "../../state";
import { count } from "../figures";
import { CompareSelect } from "./CompareSelect";
import { saysOf } from "./choices";
import { Experiments } from "./Experiments";
import { Measures } from "./Measures";
import "./compare.css";

/** The open space held against another, or against a control of its own; below, what the article tries out. */
export function ComparePanel() {
  const compare = useScope((state) => state.compare);
  const beside = useScope((state) => state.beside);
  return (
    <div className="compare-panel">
      <div className="compare-with">
        <span aria-hidden="true">{t("Compare with")}</span>
        <CompareSelect />
      </div>
      <p className="compare-quiet">{saysOf(compare)}</p>
      {beside?.problem && (
        <p role="alert" className="compare-problem">
          {joined("sentences", [textOf(beside.problem.what), textOf(beside.problem.remedy)])}
        </p>
      )}
      {beside && !beside.problem && beside.progress.columns < beside.dims && (
        <p role="status" className="compare-quiet">
          {t("opening it: {columns} of {dims} dimensions", {
            columns: count(beside.progress.columns),
            dims: count(beside.dims),
          })}
        </p>
      )}
      {beside && !beside.problem && <Measures beside={beside} />}
      <Experiments />
    </div>
  );
}
