import { type ComponentType, type KeyboardEvent, Suspense, useId, useState } from "react";

/** One tab of a sheet: its body is fetched when it is first shown. */
export interface SheetTab {
  id: string;
  name: string;
  Body: ComponentType;
}

/** Tabs of a sheet: the arrow keys go round them, and one body is there at a time. */
export function SheetTabs({ label, tabs }: { label: string; tabs: readonly SheetTab[] }) {
  const id = useId();
  // By its id: the list is made anew, in another language for one.
  const [openId, setOpen] = useState(tabs[0]?.id);
  const open = tabs.find((tab) => tab.id === openId) ?? tabs[0];
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const step = { ArrowRight: 1, ArrowLeft: tabs.length - 1 }[event.key];
    if (!step) return;
    event.preventDefault();
    const next = tabs[(tabs.indexOf(open) + step) % tabs.length];
    setOpen(next.id);
    document.getElementById(`${id}-${next.id}`)?.focus();
  };
  return (
    <>
      <div className="sheet-tabs" role="tablist" aria-label={label}>
        {tabs.map((tab) => (
          <button
            key={tab.id}
            type="button"
            role="tab"
            id={`${id}-${tab.id}`}
            aria-controls={`${id}-body`}
            aria-selected={tab === open}
            tabIndex={tab === open ? 0 : -1}
            onClick={() => setOpen(tab.id)}
            onKeyDown={onKeyDown}
          >
            {tab.name}
          </button>
        ))}
      </div>
      <div className="sheet-body" role="tabpanel" id={`${id}-body`} aria-labelledby={`${id}-${open.id}`}>
        <Suspense>
          <open.Body />
        </Suspense>
      </div>
    </>
  );
}
