import type { KeyboardEvent } from "react";
import { t, textOf } from "../../i18n";
import { openPanel, type Panel } from "../../state";
import { SIDE_PANELS } from "./panels";

/** The tabs of the panel: the arrow keys go round them. */
export function PanelTabs({ panel }: { panel: Panel }) {
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const step = { ArrowRight: 1, ArrowLeft: SIDE_PANELS.length - 1 }[event.key];
    if (!step) return;
    event.preventDefault();
    const next = SIDE_PANELS[(SIDE_PANELS.findIndex((tab) => tab.panel === panel) + step) % SIDE_PANELS.length];
    openPanel(next.panel);
    document.getElementById(`tab-${next.panel}`)?.focus();
  };
  return (
    <div className="panel-tabs" role="tablist" aria-label={t("Panels")}>
      {SIDE_PANELS.map((tab) => (
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
          {textOf(tab.name)}
        </button>
      ))}
    </div>
  );
}
