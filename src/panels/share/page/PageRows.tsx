import { t } from "../../../i18n";
import { FIRST_K, useScope } from "../../../state";
import { count } from "../../figures";

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
        <div className="sheet-fields">
          <label className="sheet-field">
            <span>{t("Points drawn")}</span>
            <input
              type="number"
              required
              min={FIRST_K + 1}
              max={rows}
              value={chosen.count || ""}
              onChange={({ target }) => onChoose({ ...chosen, count: target.valueAsNumber || 0 })}
            />
          </label>
          <label className="sheet-field">
            <span>{t("Seed")}</span>
            <input
              type="number"
              required
              min={0}
              max={4_294_967_295}
              value={chosen.seed}
              onChange={({ target }) => onChoose({ ...chosen, seed: target.valueAsNumber || 0 })}
            />
          </label>
        </div>
      )}
    </fieldset>
  );
}
