import { useEffect } from "react";
import { useScope } from "../../state";
import { followShortcuts } from "../shortcuts/follow-shortcuts";
import { HistoryButtons } from "./HistoryButtons";
import { SelectionActions } from "./SelectionActions";
import { SelectionArea } from "./SelectionArea";
import { ToolSwitch } from "./ToolSwitch";
import "./tools.css";

/** What a hand can do on the cloud: turn it, select in it, take a choice back, and act on what is selected. */
export function Tools() {
  const tool = useScope((state) => state.tool);
  useEffect(followShortcuts, []);
  return (
    <>
      {tool !== "turn" && <SelectionArea tool={tool} />}
      <section className="tools" aria-label="Tools">
        <SelectionActions />
        <HistoryButtons />
        <ToolSwitch />
      </section>
    </>
  );
}
