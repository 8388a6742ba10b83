import { t } from "../../i18n";
import { openSheet } from "../../state";
import { Sheet } from "../sheet/Sheet";
import { SheetTabs } from "../sheet/SheetTabs";
import { exportTabs } from "./tabs";

/** What can be taken away from the page as a file. */
export function ExportSheet() {
  return (
    <Sheet title={t("Export")} onClose={() => openSheet(null)}>
      <SheetTabs label={t("What to export")} tabs={exportTabs()} />
    </Sheet>
  );
}
