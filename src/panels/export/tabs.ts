import { lazy } from "react";
import { t } from "../../i18n";
import type { SheetTab } from "../sheet/SheetTabs";

const Picture = lazy(async () => ({ default: (await import("./picture/Picture")).Picture }));
const FilmTab = lazy(async () => ({ default: (await import("./film/FilmTab")).FilmTab }));
const TablesTab = lazy(async () => ({ default: (await import("./tables/TablesTab")).TablesTab }));

/** What can be exported, in the order of the tabs. */
export function exportTabs(): readonly SheetTab[] {
  return [
    { id: "picture", name: t("Picture"), Body: Picture },
    { id: "film", name: t("Film"), Body: FilmTab },
    { id: "tables", name: t("Tables"), Body: TablesTab },
  ];
}
