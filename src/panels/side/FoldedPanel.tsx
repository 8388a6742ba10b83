import { t, textOf } from "../../i18n";
import { openPanel } from "../../state";
import { StoryButton } from "../story/StoryButton";
import { SIDE_PANELS } from "./panels";

/** What is left of the panel while it is folded away: the names of what it holds. */
export function FoldedPanel() {
  return (
    <nav className="side-panel panel-names" data-over="cloud" aria-label={t("Panels")}>
      <StoryButton />
      {SIDE_PANELS.map(({ panel, name }) => (
        <button key={panel} type="button" aria-expanded={false} onClick={() => open(panel)}>
          {textOf(name)}
        </button>
      ))}
    </nav>
  );
}

// The button goes when the panel comes: the focus goes on to the tab in its place.
function open(panel: (typeof SIDE_PANELS)[number]["panel"]): void {
  openPanel(panel);
  requestAnimationFrame(() => document.getElementById(`tab-${panel}`)?.focus());
}
