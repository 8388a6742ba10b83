import { type Said, said, t, textOf } from "../../i18n";
import { setTool, type Tool, useScope } from "../../state";

const TOOLS: { tool: Tool; name: Said; title: Said; shape: string }[] = [
  {
    tool: "turn",
    name: said("Turn"),
    title: said("Turn: a drag turns the cloud"),
    shape: "M8 2.5a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11zM2.5 8c0 1.500 2.500 2.500 5.500 2.500s5.500-1 5.500-2.500",
  },
  {
    tool: "box",
    name: said("Box"),
    title: said("Box: a drag selects what lies in a box (B)"),
    shape: "M2.5 5V2.5H5M7 2.5h2M11 2.5h2.5V5M13.5 7v2M13.5 11v2.5H11M9 13.5H7M5 13.5H2.5V11M2.5 9V7",
  },
  {
    tool: "lasso",
    name: said("Lasso"),
    title: said("Lasso: a drag selects what lies within a line (L)"),
    shape:
      "M8 2c3.4 0 6 1.8 6 4.2s-2.6 4.2-6 4.2S2 8.600 2 6.200 4.600 2 8 2zM5 9.700c-1.300.7-1.500 2.300 0 2.800 1 .3 1.300 1 .8 2",
  },
];

/** Chooses what a drag on the cloud does. */
export function ToolSwitch() {
  const current = useScope((state) => state.tool);
  return (
    <div className="segmented tool-switch" role="radiogroup" aria-label={t("A drag on the cloud")}>
      {TOOLS.map(({ tool, name, title, shape }) => (
        <label key={tool} title={textOf(title)}>
          <input
            type="radio"
            name="tool"
            aria-label={textOf(name)}
            aria-description={textOf(title)}
            checked={tool === current}
            onChange={() => setTool(tool)}
          />
          <span>
            <svg viewBox="0 0 16 16" width="16" height="16" fill="none" stroke="currentColor" aria-hidden="true">
              <path strokeWidth="1.3" strokeLinecap="round" strokeLinejoin="round" d={shape} />
            </svg>
          </span>
        </label>
      ))}
    </div>
  );
}
