import { Tabs } from "radix-ui";
import { t, textOf } from "../../i18n";
import { SIDE_PANELS } from "./panels";

/** The tabs of the panel. Each has an id: what opens the panel leads the focus to its tab. */
export function PanelTabs() {
  return (
    <Tabs.List className="panel-tabs" aria-label={t("Panels")}>
      {SIDE_PANELS.map((tab) => (
        <Tabs.Trigger key={tab.panel} value={tab.panel} id={`tab-${tab.panel}`}>
          {textOf(tab.name)}
        </Tabs.Trigger>
      ))}
    </Tabs.List>
  );
}
