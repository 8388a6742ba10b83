import { lazy } from "react";
import { t } from "../../i18n";
import type { SheetTab } from "../sheet/SheetTabs";

const LinkTab = lazy(async () => ({ default: (await import("./link/LinkTab")).LinkTab }));
const EmbedTab = lazy(async () => ({ default: (await import("./embed/EmbedTab")).EmbedTab }));
const PageTab = lazy(async () => ({ default: (await import("./page/PageTab")).PageTab }));

/** Ways to share, in the order of the tabs. */
export function shareTabs(): readonly SheetTab[] {
  return [
    { id: "link", name: t("Link"), Body: LinkTab },
    { id: "embed", name: t("Embed"), Body: EmbedTab },
    { id: "page", name: t("Page"), Body: PageTab },
  ];
}
