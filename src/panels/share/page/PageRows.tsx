import { t } from "../../../i18n";
import { FIRST_K, useScope } from "../../../state";
import { count } from "../../figures";
import { SampleFields } from "../../sheet/SampleFields";

/** Which points the page holds. */
export type ChosenRows = { kind: "all" } | { kind: "selection" } | { kind: "sample"; count: number; seed: number };

interface Props {
  chosen: ChosenRows;
  /** Of how many. */
  rows: number;
  onChoose: (chosen: ChosenRows) => void;
}

/** All points, those that are selected, or some drawn at random: the same for the same seed. */
export function PageRows({ chosen, rows, onChoose }: Props) {
  const selected = useScope((state) => state.selection.length);
  const sample = chosen.kind === "sample" ? chosen : { kind: "sample" as const, count: Math.ceil(rows / 2), seed: 1 };
  const choice = (kind: ChosenRows["kind"], words: string, next: ChosenRows, disabled = false) => (
    <label className="sheet-check">
      <input
        type="radio"
        name="page-rows"
        disabled={disabled}
        checked={chosen.kind === kind}
        onChange={() => onChoose(next)}
      />
      <span>{words}</span>
    </label>
  );
  return (
    <fieldset>
      <legend>{t("Points")}</legend>
      <div className="sheet-row">
        {choice("all", t("All {n}", { n: count(rows) }), { kind: "all" })}
        {choice(
          "selection",
          selected > 0 ? t("The selected ones, {n}", { n: count(selected) }) : t("The selected ones"),
          { kind: "selection" },
          selected <= FIRST_K,
        )}
        {choice("sample", t("A random sample"), sample)}
      </div>
      {chosen.kind === "sample" && (
        <SampleFields
          name={t("Points drawn")}
          count={chosen.count}
          least={FIRST_K + 1}
          most={rows}
          seed={chosen.seed}
          setCount={(drawn) => onChoose({ ...chosen, count: drawn })}
          setSeed={(seed) => onChoose({ ...chosen, seed })}
        />
      )}
    </fieldset>
  );
}
