import { t } from "../../i18n";
import { openSheet } from "../../state";
import { Sheet } from "../sheet/Sheet";
import { SheetTabs } from "../sheet/SheetTabs";
import { shareTabs } from "./tabs";

/** Ways to show this view to somebody else. */
export function ShareSheet() {
  return (
    <Sheet title={t("Share")} onClose={() => openSheet(null)}>
      <SheetTabs label={t("What to share")} tabs={shareTabs()} />
    </Sheet>
  );
}
