import { lazy } from "react";
import { t } from "../../i18n";
import type { SheetTab } from "../sheet/SheetTabs";

const PageTab = lazy(async () => ({ default: (await import("./page/PageTab")).PageTab }));

/** Ways to share, in the order of the tabs. */
export function shareTabs(): readonly SheetTab[] {
  return [{ id: "page", name: t("Page"), Body: PageTab }];
}
