import { type MouseEvent, type ReactNode, useId } from "react";
import { t } from "../../i18n";

/**
 * What the bar has no room for, one under the other, each as it stands there. The browser's own popover closes at
 * Escape and at a click elsewhere, and gives the focus back.
 */
export function More({ children }: { children: ReactNode }) {
  const id = useId();
  // Before what the button opens: that gives the focus back to More in its turn, and not to a button that is gone.
  const onClick = ({ currentTarget, target }: MouseEvent<HTMLElement>) => {
    if ((target as Element).closest("button")) currentTarget.hidePopover();
  };
  return (
    <>
      <button type="button" className="icon-button" aria-label={t("More")} title={t("More")} popoverTarget={id}>
        <svg viewBox="0 0 16 16" width="16" height="16" fill="currentColor" aria-hidden="true">
          <circle cx="3" cy="8" r="1.4" />
          <circle cx="8" cy="8" r="1.4" />
          <circle cx="13" cy="8" r="1.4" />
        </svg>
      </button>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: its buttons are what is clicked */}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: a key on a button clicks it */}
      <div id={id} popover="auto" className="more" onClick={onClick}>
        {children}
      </div>
    </>
  );
}
