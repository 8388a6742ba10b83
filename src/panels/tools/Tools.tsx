import { useEffect } from "react";
import { t } from "../../i18n";
import { useScope } from "../../state";
import { followShortcuts } from "../shortcuts/follow-shortcuts";
import { HistoryButtons } from "./HistoryButtons";
import { SelectionActions } from "./SelectionActions";
import { SelectionArea } from "./SelectionArea";
import { ToolSwitch } from "./ToolSwitch";
import "./tools.css";

/** What a hand can do on the cloud: turn it, select in it, take a choice back, and act on what is selected; and its keys. */
export function Tools() {
  const tool = useScope((state) => state.tool);
  const ready = useScope((state) => state.frame !== null);
  useEffect(followShortcuts, []);
  return (
    <>
      {tool !== "turn" && <SelectionArea tool={tool} />}
      {ready && (
        <section className="tools" aria-label={t("Tools")} data-over="cloud">
          <ToolSwitch />
          <HistoryButtons />
          <SelectionActions />
        </section>
      )}
    </>
  );
}
