import type { ReactNode } from "react";
import { t } from "../../i18n";

/** What a seed may be: a whole number of 32 bits. */
const MOST_SEED = 4_294_967_295;

interface Props {
  /** What is drawn, as the name of the field. */
  name: string;
  /** NaN while nothing is filled in. */
  count: number;
  least: number;
  most: number | undefined;
  seed: number;
  setCount: (count: number) => void;
  setSeed: (seed: number) => void;
  children?: ReactNode;
}

/** How many are drawn at random, and by which seed. */
export function SampleFields({ name, count, least, most, seed, setCount, setSeed, children }: Props) {
  return (
    <div className="sheet-sample">
      <label className="sheet-field">
        <span>{name}</span>
        <input
          type="number"
          required
          min={least}
          max={most}
          value={count || ""}
          onChange={({ target }) => setCount(target.valueAsNumber || 0)}
        />
      </label>
      <label className="sheet-field">
        <span title={t("The same seed draws the same rows")}>{t("Seed")}</span>
        <input
          type="number"
          required
          min={0}
          max={MOST_SEED}
          value={Number.isNaN(seed) ? "" : seed}
          onChange={({ target }) => setSeed(target.valueAsNumber)}
        />
      </label>
      {children}
    </div>
  );
}
