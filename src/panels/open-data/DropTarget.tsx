import { useLayoutEffect, useRef } from "react";
import { t } from "../../i18n";
import "./drop-target.css";

/** Says over the whole page, an open dialog included, that files can be let go of here. */
export function DropTarget() {
  const target = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => target.current!.showPopover(), []);
  return (
    <div ref={target} popover="manual" className="drop-target">
      <p>
        <strong>{t("Drop to open")}</strong>
        <span>{t("Files or a folder. Nothing leaves this machine.")}</span>
      </p>
    </div>
  );
}
