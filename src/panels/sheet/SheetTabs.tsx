import { Tabs } from "radix-ui";
import { type ComponentType, Suspense, useState } from "react";

/** One tab of a sheet: its body is fetched when it is first shown. */
export interface SheetTab {
  id: string;
  name: string;
  Body: ComponentType;
}

/** Tabs of a sheet, of whose bodies one is there at a time. */
export function SheetTabs({ label, tabs }: { label: string; tabs: readonly SheetTab[] }) {
  // By its id: the list is made anew, in another language for one.
  const [openId, setOpen] = useState(tabs[0]?.id);
  const open = tabs.find((tab) => tab.id === openId) ?? tabs[0];
  return (
    <Tabs.Root className="sheet-tabbed" value={open.id} onValueChange={setOpen}>
      <Tabs.List className="sheet-tabs" aria-label={label}>
        {tabs.map((tab) => (
          <Tabs.Trigger key={tab.id} value={tab.id}>
            {tab.name}
          </Tabs.Trigger>
        ))}
      </Tabs.List>
      <Tabs.Content className="sheet-body" value={open.id} tabIndex={undefined}>
        <Suspense>
          <open.Body />
        </Suspense>
      </Tabs.Content>
    </Tabs.Root>
  );
}
