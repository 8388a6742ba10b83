import { t } from "../../i18n";
import { useScope } from "../../state";
import { JitterPart } from "./JitterPart";
import { NormPart } from "./NormPart";
import { PrefixPart } from "./PrefixPart";
import { ProfilePart } from "./ProfilePart";
import "./space.css";

/** What the dimensions of the open space hold, and what each more of them changes. */
export function SpacePanel() {
  const data = useScope((state) => state.data);
  const known = useScope((state) => state.manifest !== null);
  const isScalar = useScope((state) => state.build === "scalar");
  if (!known) return null;
  return (
    <div className="space-panel" key={data}>
      {isScalar && (
        <p className="space-note space-build">
          {t("This browser has no WebAssembly SIMD: all is computed the same, more slowly.")}
        </p>
      )}
      <ProfilePart />
      <PrefixPart />
      <JitterPart />
      <NormPart />
    </div>
  );
}
