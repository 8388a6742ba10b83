import { type Said, said, t } from "../../i18n";
import { type Scale, setScale, useScope } from "../../state";
import { Segmented } from "../Segmented";

const SCALES: { value: Scale; label: Said; title: Said }[] = [
  { value: "log", label: said("Log"), title: said("Every octave of dimensions is as wide as the next") },
  { value: "linear", label: said("Linear"), title: said("Every dimension is as wide as the next") },
];

/** How the timeline is divided. */
export function ScaleSwitch() {
  const scale = useScope((state) => state.scale);
  return <Segmented name={t("Scale")} choices={SCALES} value={scale} onChange={setScale} />;
}
