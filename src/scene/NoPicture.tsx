import { t } from "../i18n";
import { openPanel } from "../state";
import type { Insets } from "./framing";

/** What stands in the place of the cloud where the browser cannot draw it; everything else works on. */
export function NoPicture({ insets: { top, right, bottom, left } }: { insets: Insets }) {
  return (
    <div role="alert" className="no-picture" style={{ inset: `${top}px ${right}px ${bottom}px ${left}px` }}>
      <p className="no-picture-what">{t("This browser cannot draw the cloud: WebGL2 is missing or switched off.")}</p>
      <p>
        {t(
          "The timeline, the figures and the points still work. To see the cloud, switch on hardware acceleration in the browser's settings, or open the page in another browser.",
        )}
      </p>
      <button type="button" className="button" onClick={() => openPanel("table")}>
        {t("Show the table")}
      </button>
    </div>
  );
}
