import { type Scale, setScale, useScope } from "../../state";
import { Segmented } from "../Segmented";

const SCALES: { value: Scale; label: string; title: string }[] = [
  { value: "log", label: "Log", title: "Every octave of dimensions is as wide as the next" },
  { value: "linear", label: "Linear", title: "Every dimension is as wide as the next" },
];

/** How the timeline is divided. */
export function ScaleSwitch() {
  const scale = useScope((state) => state.scale);
  return <Segmented name="Scale" choices={SCALES} value={scale} onChange={setScale} />;
}
