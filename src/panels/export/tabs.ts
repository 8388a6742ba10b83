import type { SheetTab } from "../sheet/SheetTabs";

/** What can be exported, in the order of the tabs. */
export function exportTabs(): readonly SheetTab[] {
  return [];
}
