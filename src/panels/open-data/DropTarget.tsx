import { useLayoutEffect, useRef } from "react";
import "./drop-target.css";

/** Says over the whole page, an open dialog included, that files can be let go of here. */
export function DropTarget() {
  const target = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => target.current!.showPopover(), []);
  return (
    <div ref={target} popover="manual" className="drop-target">
      <p>
        <strong>Drop to open</strong>
        <span>Files or a folder. Nothing leaves this machine.</span>
      </p>
    </div>
  );
}
