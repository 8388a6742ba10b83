import type { KeyboardEvent } from "react";
import { openPanel, type Panel } from "../../state";

const TABS: { panel: Exclude<Panel, "none">; name: string }[] = [
  { panel: "points", name: "Points" },
  { panel: "table", name: "Table" },
];

/** The tabs of the panel: the arrow keys go round them. */
export function PanelTabs({ panel }: { panel: Panel }) {
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const step = { ArrowRight: 1, ArrowLeft: TABS.length - 1 }[event.key];
    if (!step) return;
    event.preventDefault();
    const next = TABS[(TABS.findIndex((tab) => tab.panel === panel) + step) % TABS.length];
    openPanel(next.panel);
    document.getElementById(`tab-${next.panel}`)?.focus();
  };
  return (
    <div className="panel-tabs" role="tablist" aria-label="Panels">
      {TABS.map((tab) => (
        <button
          key={tab.panel}
          type="button"
          role="tab"
          id={`tab-${tab.panel}`}
          aria-controls="panel"
          aria-selected={tab.panel === panel}
          tabIndex={tab.panel === panel ? 0 : -1}
          onClick={() => openPanel(tab.panel)}
          onKeyDown={onKeyDown}
        >
          {tab.name}
        </button>
      ))}
    </div>
  );
}
