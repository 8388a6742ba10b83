import { keptCount, NEIGHBOURS, type NeighbourList, select, setHover, toggleSelected, useScope } from "../../state";
import { count } from "../figures";
import { PointName } from "./PointName";

/** The ten nearest at k beside the ten nearest at all dims; what both have is told from what they do not share. */
export function Neighbours({ row }: { row: number }) {
  const neighbours = useScope((state) => state.neighbours);
  const dims = useScope((state) => state.manifest?.dims ?? 0);
  const { atK, atFull } = neighbours;
  if (atK?.row !== row) return <p className="neighbours-wait">looking for its neighbours …</p>;
  const kept = keptCount(neighbours);
  return (
    <section aria-label="Neighbours">
      <p className="kept">
        <strong>{kept === null ? "–" : `${kept} of ${NEIGHBOURS}`}</strong> neighbours kept at {count(atK.k)} dims
      </p>
      <div className="neighbour-lists">
        <List label={`At ${count(atK.k)} dims`} list={atK} other={atFull} />
        {atFull ? (
          <List label={`At ${count(dims)} dims`} list={atFull} other={atK} />
        ) : (
          <p className="neighbours-wait">All {count(dims)} dims have not arrived yet.</p>
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
              title={`cosine ${list.cosines[i].toFixed(3)}${!other || shared.has(row) ? "" : ", not in the other list"}`}
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
