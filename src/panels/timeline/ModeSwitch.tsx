import { type Mode, setMode, useScope } from "../../state";
import { Segmented } from "../Segmented";

const MODES: { value: Mode; label: string; title: string }[] = [
  { value: "raw", label: "Raw", title: "Every vector's first k dimensions as they are" },
  {
    value: "unit",
    label: "Unit",
    title: "Every vector's first k dimensions scaled to length 1, as vector databases need after cutting",
  },
];

/** Whether a cut vector is taken as it is, or scaled back to length 1. */
export function ModeSwitch() {
  const mode = useScope((state) => state.mode);
  return <Segmented name="Mode" choices={MODES} value={mode} onChange={setMode} />;
}
