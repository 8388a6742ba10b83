import { textOf } from "../../i18n";
import type { TableColumn } from "./columns";
import type { Sorting } from "./order";

interface Props {
  columns: TableColumn[];
  sorting: Sorting | null;
  sortBy: (key: string) => void;
}

const ARROWS = { none: "", ascending: " ↑", descending: " ↓" };

/** The heads of the columns: a click sorts by one, another turns the order, a third gives it up. */
export function TableHead({ columns, sorting, sortBy }: Props) {
  return (
    <thead>
      <tr aria-rowindex={1}>
        {columns.map(({ key, title, kind }) => {
          const way = sorting?.key === key ? (sorting.falling ? "descending" : "ascending") : "none";
          return (
            <th key={key} scope="col" aria-sort={way} data-kind={kind} data-key={key}>
              <button type="button" onClick={() => sortBy(key)}>
                {textOf(title)}
                <span aria-hidden="true">{ARROWS[way]}</span>
              </button>
            </th>
          );
        })}
      </tr>
    </thead>
  );
}
