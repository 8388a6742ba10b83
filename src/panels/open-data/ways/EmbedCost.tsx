import { estimateCost } from "../../../state";
import { count } from "../../figures";
import { setEmbedding, useDesk } from "../desk";

/** What embedding is about to cost, by the price that was typed. */
export function EmbedCost({ lines }: { lines: readonly string[] }) {
  const price = useDesk((state) => state.embedding.price);
  const { tokens, cost } = estimateCost(lines, price === "" ? null : Number(price));
  return (
    <div className="open-data-field">
      <label>
        <span>Price per million tokens</span>
        <input
          type="number"
          min={0}
          step="any"
          placeholder="As your provider says"
          value={price}
          onChange={({ target }) => setEmbedding({ price: target.value })}
        />
      </label>
      <p className="open-data-note" role="status">
        {lines.length > 0 && `About ${count(tokens)} tokens${cost === null ? "" : `, which cost ${money(cost)}`}.`}
      </p>
    </div>
  );
}

function money(cost: number): string {
  if (cost > 0 && cost < 0.01) return "less than 0.01";
  return `about ${cost.toLocaleString("en", { minimumFractionDigits: 2, maximumFractionDigits: 2 })}`;
}
