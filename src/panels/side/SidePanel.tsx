import { Tabs } from "radix-ui";
import { lazy, Suspense } from "react";
import { t, textOf } from "../../i18n";
import { openPanel, type Panel, useScope } from "../../state";
import { PointsPanel } from "../points/PointsPanel";
import { FoldedPanel } from "./FoldedPanel";
import { PanelTabs } from "./PanelTabs";
import { SIDE_PANELS } from "./panels";
import "./side-panel.css";

const SpacePanel = lazy(async () => ({ default: (await import("../space/SpacePanel")).SpacePanel }));
const RetrievalPanel = lazy(async () => ({ default: (await import("../retrieval/RetrievalPanel")).RetrievalPanel }));
const ComparePanel = lazy(async () => ({ default: (await import("../compare/ComparePanel")).ComparePanel }));
const TablePanel = lazy(async () => ({ default: (await import("../table/TablePanel")).TablePanel }));

/** The panel beside the cloud, a sheet on a phone: tabs, and what the open one shows. */
export function SidePanel() {
  const panel = useScope((state) => state.panel);
  if (panel === "none") return <FoldedPanel />;
  const name = textOf(SIDE_PANELS.find((one) => one.panel === panel)!.name);
  return (
    <Tabs.Root asChild value={panel} onValueChange={(next) => openPanel(next as Panel)}>
      <section className="side-panel" data-over="cloud" data-panel={panel} aria-label={name}>
        <header>
          <h2 className="visually-hidden">{name}</h2>
          <PanelTabs />
          <button
            type="button"
            className="icon-button"
            aria-label={t("Close the panel")}
            onClick={() => openPanel("none")}
          >
            <svg width="12" height="12" viewBox="0 0 12 12" aria-hidden="true">
              <path d="M1 1l10 10M11 1L1 11" stroke="currentColor" strokeWidth="1.5" />
            </svg>
          </button>
        </header>
        <Tabs.Content className="side-content" value={panel} tabIndex={undefined} aria-labelledby={`tab-${panel}`}>
          <Suspense>
            {panel === "points" && <PointsPanel />}
            {panel === "table" && <TablePanel />}
            {panel === "space" && <SpacePanel />}
            {panel === "retrieval" && <RetrievalPanel />}
            {panel === "compare" && <ComparePanel />}
          </Suspense>
        </Tabs.Content>
      </section>
    </Tabs.Root>
  );
}
