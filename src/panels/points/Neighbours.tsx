import { t } from "../../i18n";
import { Rich } from "../../i18n/react";
import { keptCount, NEIGHBOURS, type NeighbourList, select, setHover, toggleSelected, useScope } from "../../state";
import { count } from "../figures";
import { PointName } from "./PointName";

/** The ten nearest at k beside the ten nearest at all dims; what both have is told from what they do not share. */
export function Neighbours({ row }: { row: number }) {
  const neighbours = useScope((state) => state.neighbours);
  const dims = useScope((state) => state.manifest?.dims ?? 0);
  const { atK, atFull } = neighbours;
  if (atK?.row !== row) return <p className="neighbours-wait">{t("looking for its neighbours …")}</p>;
  const kept = keptCount(neighbours);
  return (
    <section aria-label={t("Neighbours")}>
      <p className="kept">
        <Rich parts={{ b: (words) => <strong>{words}</strong> }}>
          {kept === null
            ? t("<b>–</b> neighbours kept at {k} dims", { k: count(atK.k) })
            : t("<b>{kept} of {all}</b> neighbours kept at {k} dims", { kept, all: NEIGHBOURS, k: count(atK.k) })}
        </Rich>
      </p>
      <div className="neighbour-lists">
        <List label={t("At {k} dims", { k: count(atK.k) })} list={atK} other={atFull} />
        {atFull ? (
          <List label={t("At {k} dims", { k: count(dims) })} list={atFull} other={atK} />
        ) : (
          <p className="neighbours-wait">{t("All {dims} dims have not arrived yet.", { dims: count(dims) })}</p>
        )}
      </div>
    </section>
  );
}

function List({ label, list, other }: { label: string; list: NeighbourList; other: NeighbourList | null }) {
  const shared = new Set(other?.rows);
  return (
    <div>
      <h4>{label}</h4>
      <ol aria-label={label}>
        {Array.from(list.rows, (row, i) => (
          <li key={row} data-row={row} data-kept={!other || shared.has(row)}>
            <button
              type="button"
              title={
                !other || shared.has(row)
                  ? t("cosine {cosine}", { cosine: list.cosines[i].toFixed(3) })
                  : t("cosine {cosine}, not in the other list", { cosine: list.cosines[i].toFixed(3) })
              }
              onClick={(event) => (event.shiftKey ? toggleSelected(row) : select(row))}
              onPointerEnter={() => setHover(row)}
              onPointerLeave={() => setHover(null)}
            >
              <PointName row={row} />
            </button>
          </li>
        ))}
      </ol>
    </div>
  );
}
