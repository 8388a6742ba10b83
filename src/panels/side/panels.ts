import { type Said, said } from "../../i18n";
import type { Panel } from "../../state";

/** The panels in the order of their tabs. */
export const SIDE_PANELS: readonly { panel: Exclude<Panel, "none">; name: Said }[] = [
  { panel: "points", name: said("Points") },
  { panel: "table", name: said("Table") },
  { panel: "space", name: said("Space") },
  { panel: "retrieval", name: said("Retrieval") },
  { panel: "compare", name: said("Compare") },
];
