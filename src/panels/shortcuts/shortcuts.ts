import {
  isolateSelection,
  openPanel,
  type Panel,
  redo,
  scope,
  select,
  setHelp,
  setTool,
  showAll,
  showOpenData,
  type Tool,
  undo,
} from "../../state";

/** One line of the sheet of shortcuts. */
export interface Shortcut {
  /** As on the keyboard: what is pressed together stands together, other ways to the same after it. */
  keys: readonly (readonly string[])[];
  does: string;
  /** What the page does at it; where there is none, the control that has the focus answers itself. */
  run?: () => void;
}

const apple = /Mac|iPhone|iPad/.test(navigator.platform);
const CONTROL = apple ? "⌘" : "Ctrl";

const toggleTool = (tool: Tool) => () => setTool(scope.getState().tool === tool ? "turn" : tool);
const togglePanel = (panel: Panel) => () => openPanel(scope.getState().panel === panel ? "none" : panel);
const toggleIsolated = () => (scope.getState().isolated ? showAll() : isolateSelection());

/** All that can be done by a key, by where it can be done. */
export const SHORTCUTS: readonly { where: string; shortcuts: readonly Shortcut[] }[] = [
  {
    where: "Anywhere",
    shortcuts: [
      { keys: [["Space"]], does: "play, pause" },
      { keys: [["/"]], does: "search" },
      { keys: [["O"]], does: "open data of your own", run: () => showOpenData() },
      { keys: [[CONTROL, "V"]], does: "open what was copied" },
      { keys: [["P"]], does: "open or close the panel of points", run: togglePanel("points") },
      { keys: [["T"]], does: "open or close the table", run: togglePanel("table") },
      { keys: [["S"]], does: "open or close the measures of the space", run: togglePanel("space") },
      { keys: [["R"]], does: "open or close what it means for retrieval", run: togglePanel("retrieval") },
      { keys: [["C"]], does: "open or close the comparison", run: togglePanel("compare") },
      { keys: [[CONTROL, "Z"]], does: "undo a selection, a filter or a colour", run: undo },
      { keys: [[CONTROL, "Shift", "Z"]], does: "do it again", run: redo },
      { keys: [["?"]], does: "show this sheet", run: () => setHelp(true) },
    ],
  },
  {
    where: "Selection",
    shortcuts: [
      { keys: [["B"]], does: "select by a box, or stop it", run: toggleTool("box") },
      { keys: [["L"]], does: "select by a lasso, or stop it", run: toggleTool("lasso") },
      { keys: [["Esc"]], does: "back to turning the cloud", run: () => setTool("turn") },
      { keys: [["I"]], does: "show the selected points alone, or all again", run: toggleIsolated },
      { keys: [["D"]], does: "deselect all", run: () => select(null) },
    ],
  },
  {
    where: "Timeline",
    shortcuts: [
      { keys: [["←"], ["→"]], does: "one dimension less, more" },
      {
        keys: [
          ["Shift", "←"],
          ["Shift", "→"],
        ],
        does: "to the stop before, after",
      },
      { keys: [["Page Up"], ["Page Down"]], does: "half an octave more, less" },
      { keys: [["Home"], ["End"]], does: "4 dimensions, all" },
    ],
  },
  {
    where: "Cloud",
    shortcuts: [
      { keys: [["←"], ["→"], ["↑"], ["↓"]], does: "turn" },
      { keys: [["+"], ["−"]], does: "closer, farther" },
      { keys: [["0"]], does: "put back" },
      { keys: [["Shift", "click"]], does: "add a point to the selection, or take it out" },
    ],
  },
  {
    where: "Legend",
    shortcuts: [
      { keys: [["Enter"]], does: "mute a label, or show it again" },
      { keys: [["Alt", "Enter"]], does: "show it alone, as a double click does" },
      { keys: [["Shift", "Enter"]], does: "select its points" },
    ],
  },
  {
    where: "Lists and table",
    shortcuts: [
      { keys: [["↑"], ["↓"]], does: "one line up, down" },
      { keys: [["Enter"]], does: "select" },
      { keys: [["Shift", "Enter"]], does: "add to the selection, or take out" },
    ],
  },
  {
    where: "Story",
    shortcuts: [{ keys: [["←"], ["→"]], does: "one stop back, on" }],
  },
];
