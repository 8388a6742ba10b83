import type { SheetTab } from "../sheet/SheetTabs";

/** Ways to share, in the order of the tabs. */
export function shareTabs(): readonly SheetTab[] {
  return [];
}
