import { numberFormat, t } from "../../../i18n";
import { estimateCost } from "../../../state";
import { count } from "../../figures";
import { setEmbedding, useDesk } from "../desk";

/** What embedding is about to cost, by the price that was typed. */
export function EmbedCost({ lines }: { lines: readonly string[] }) {
  const price = useDesk((state) => state.embedding.price);
  const { tokens, cost } = estimateCost(lines, price === "" ? null : Number(price));
  return (
    <div className="sheet-field">
      <label>
        <span>{t("Price per million tokens")}</span>
        <input
          type="number"
          min={0}
          step="any"
          placeholder={t("As your provider says")}
          value={price}
          onChange={({ target }) => setEmbedding({ price: target.value })}
        />
      </label>
      <p className="sheet-note" role="status">
        {lines.length > 0 && told(tokens, cost)}
      </p>
    </div>
  );
}

const money = numberFormat({ minimumFractionDigits: 2, maximumFractionDigits: 2 });

function told(tokens: number, cost: number | null): string {
  const values = { tokens: count(tokens) };
  if (cost === null) return t("About {tokens} tokens.", values);
  if (cost > 0 && cost < 0.01) return t("About {tokens} tokens, which cost less than 0.01.", values);
  return t("About {tokens} tokens, which cost about {cost}.", { ...values, cost: money(cost) });
}
