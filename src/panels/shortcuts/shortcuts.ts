import { type Said, said } from "../../i18n";
import {
  HOLDS_SPACE,
  isolateSelection,
  openPanel,
  openSheet,
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
  does: Said;
  /** What the page does at it; where there is none, the control that has the focus answers itself. */
  run?: () => void;
}

const apple = /Mac|iPhone|iPad/.test(navigator.platform);
const CONTROL = apple ? "⌘" : "Ctrl";

// A page that carries its space opens no other, and tells no story of one.
const unlessHeld = <T>(...all: T[]): T[] => (HOLDS_SPACE ? [] : all);

const toggleTool = (tool: Tool) => () => setTool(scope.getState().tool === tool ? "turn" : tool);
const togglePanel = (panel: Panel) => () => openPanel(scope.getState().panel === panel ? "none" : panel);
const toggleIsolated = () => (scope.getState().isolated ? showAll() : isolateSelection());

/** All that can be done by a key, by where it can be done. */
export const SHORTCUTS: readonly { where: Said; shortcuts: readonly Shortcut[] }[] = [
  {
    where: said("Anywhere"),
    shortcuts: [
      { keys: [["Space"]], does: said("play, pause") },
      { keys: [["/"]], does: said("search") },
      ...unlessHeld<Shortcut>(
        { keys: [["O"]], does: said("open data of your own"), run: () => showOpenData() },
        { keys: [["U"]], does: said("share this view"), run: () => openSheet("share") },
        { keys: [["E"]], does: said("export what is shown"), run: () => openSheet("export") },
        { keys: [[CONTROL, "V"]], does: said("open what was copied") },
      ),
      { keys: [["P"]], does: said("open or close the panel of points"), run: togglePanel("points") },
      { keys: [["T"]], does: said("open or close the table"), run: togglePanel("table") },
      { keys: [["S"]], does: said("open or close the measures of the space"), run: togglePanel("space") },
      { keys: [["R"]], does: said("open or close what it means for retrieval"), run: togglePanel("retrieval") },
      { keys: [["C"]], does: said("open or close the comparison"), run: togglePanel("compare") },
      { keys: [[CONTROL, "Z"]], does: said("undo a selection, a filter or a colour"), run: undo },
      { keys: [[CONTROL, "Shift", "Z"]], does: said("do it again"), run: redo },
      { keys: [["?"]], does: said("show this sheet"), run: () => setHelp(true) },
    ],
  },
  {
    where: said("Selection"),
    shortcuts: [
      { keys: [["B"]], does: said("select by a box, or stop it"), run: toggleTool("box") },
      { keys: [["L"]], does: said("select by a lasso, or stop it"), run: toggleTool("lasso") },
      { keys: [["Esc"]], does: said("back to turning the cloud"), run: () => setTool("turn") },
      { keys: [["I"]], does: said("show the selected points alone, or all again"), run: toggleIsolated },
      { keys: [["D"]], does: said("deselect all"), run: () => select(null) },
    ],
  },
  {
    where: said("Timeline"),
    shortcuts: [
      { keys: [["←"], ["→"]], does: said("one dimension less, more") },
      {
        keys: [
          ["Shift", "←"],
          ["Shift", "→"],
        ],
        does: said("to the stop before, after"),
      },
      { keys: [["Page Up"], ["Page Down"]], does: said("half an octave more, less") },
      { keys: [["Home"], ["End"]], does: said("4 dimensions, all") },
    ],
  },
  {
    where: said("Cloud"),
    shortcuts: [
      { keys: [["←"], ["→"], ["↑"], ["↓"]], does: said("turn") },
      { keys: [["+"], ["−"]], does: said("closer, farther") },
      { keys: [["0"]], does: said("put back") },
      { keys: [["Shift", "click"]], does: said("add a point to the selection, or take it out") },
    ],
  },
  {
    where: said("Legend"),
    shortcuts: [
      { keys: [["Enter"]], does: said("mute a label, or show it again") },
      { keys: [["Alt", "Enter"]], does: said("show it alone, as a double click does") },
      { keys: [["Shift", "Enter"]], does: said("select its points") },
    ],
  },
  {
    where: said("Lists and table"),
    shortcuts: [
      { keys: [["↑"], ["↓"]], does: said("one line up, down") },
      { keys: [["Enter"]], does: said("select") },
      { keys: [["Shift", "Enter"]], does: said("add to the selection, or take out") },
    ],
  },
  ...unlessHeld({
    where: said("Story"),
    shortcuts: [{ keys: [["←"], ["→"]], does: said("one stop back, on") }],
  }),
];
