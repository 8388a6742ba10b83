import { type Said, said, t } from "../../i18n";
import { type Mode, setMode, useScope } from "../../state";
import { Segmented } from "../Segmented";

const MODES: { value: Mode; label: Said; title: Said }[] = [
  { value: "raw", label: said("Raw"), title: said("Every vector's first k dimensions as they are") },
  {
    value: "unit",
    label: said("Unit"),
    title: said("Every vector's first k dimensions scaled to length 1, as vector databases need after cutting"),
  },
];

/** Whether a cut vector is taken as it is, or scaled back to length 1. */
export function ModeSwitch() {
  const mode = useScope((state) => state.mode);
  return <Segmented name={t("Mode")} choices={MODES} value={mode} onChange={setMode} />;
}
