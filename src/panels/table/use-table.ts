import { useMemo, useRef, useState } from "react";
import { coloringOf, type Frame, labelsOfPoints, SETTLES, scope, settle, shownTest, useScope } from "../../state";
import { columnsOf, type TableColumn } from "./columns";
import { nextSorting, orderRows, type Sorting } from "./order";

interface Table {
  columns: TableColumn[];
  /** The rows in the order they stand. */
  order: Int32Array;
  sorting: Sorting | null;
  sortBy: (key: string) => void;
}

/** What the table shows: the same points as the cloud, and the scores of the same frame. */
export function useTable(): Table {
  const [sorting, setSorting] = useState<Sorting | null>(null);
  const points = useScope((state) => state.points);
  const frame = useScope((state) => state.frame);
  const coloring = useScope(coloringOf);
  const settles = useScope((state) => state.settling.coloring);
  const muted = useScope((state) => state.muted);
  const isolated = useScope((state) => state.isolated);
  const sortable = useFrameAtRest(frame);

  const columns = useMemo(
    () => (points ? columnsOf(points, labelsOfPoints(points), coloring, frame, settles) : []),
    [points, coloring, frame, settles],
  );
  // Titles and labels do not change with the frame, and their order need not be made again.
  const sortedBy = columns.find(({ key }) => key === sorting?.key);
  const orderFrame = sortedBy?.kind === "number" ? sortable : null;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the columns are made anew with every frame
  const order = useMemo(
    () => orderRows(points?.rows ?? 0, shownTest(scope.getState()), sortedBy ?? null, sorting?.falling ?? false),
    [points, coloring?.kind === "number" ? coloring.name : coloring, muted, isolated, sorting, orderFrame, settles],
  );
  const sortBy = (key: string) => {
    if (key === SETTLES.name) void settle();
    setSorting(nextSorting(sorting, key));
  };
  return { columns, order, sorting, sortBy };
}

/** The newest frame, and while it plays the one that was there before: rows that change places cannot be read. */
function useFrameAtRest(frame: Frame | null): Frame | null {
  const playing = useScope((state) => state.playing);
  const held = useRef(frame);
  if (!playing) held.current = frame;
  return held.current;
}
