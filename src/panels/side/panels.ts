import type { Panel } from "../../state";

/** The panels in the order of their tabs. */
export const SIDE_PANELS: readonly { panel: Exclude<Panel, "none">; name: string }[] = [
  { panel: "points", name: "Points" },
  { panel: "table", name: "Table" },
  { panel: "space", name: "Space" },
  { panel: "retrieval", name: "Retrieval" },
  { panel: "compare", name: "Compare" },
];
