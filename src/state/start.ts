import { applyLink, followAddress } from "./address";
import { holdSpace } from "./carrying/held";
import { HOLDS_SPACE } from "./carrying/holds";
import { followCompare } from "./comparing";
import { followProfile } from "./detecting";
import { isEmbedded } from "./embedded";
import { readPreferences } from "./preferences";
import { type SpaceEntry, scope } from "./scope";
import { followPoints } from "./searching";
import { followSelection, followSlider } from "./session";
import { followSettling } from "./settling";

/** Opens what the link names, and keeps slider, engine and address together from then on. */
export function start(): void {
  scope.setState({ embed: isEmbedded(location.hash) });
  readPreferences();
  followSlider();
  followSelection();
  followPoints();
  followProfile();
  followSettling();
  followCompare();
  const view = HOLDS_SPACE ? holdSpace() : "";
  applyLink(location.hash || view);
  followAddress();
  if (!HOLDS_SPACE) listSpaces();
}

async function listSpaces(): Promise<void> {
  try {
    const answer = await fetch(new URL("datasets/index.json", document.baseURI));
    scope.setState({ spaces: (await answer.json()) as SpaceEntry[] });
  } catch {
    // Without the list the open space still shows; the chooser then offers that one alone.
  }
}
