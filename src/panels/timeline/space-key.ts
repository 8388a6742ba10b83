import { scope, togglePlay } from "../../state";

/** What has a use for Space itself. */
const OWN_USE =
  "input, textarea, select, button, a[href], [contenteditable], [role=button], [role=combobox], [role=option], [role=tab], [role=menuitem], [role=dialog], dialog";

/** Space plays and pauses, wherever the focus has no use of its own for it. */
export function followSpaceKey(): () => void {
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== " " || event.defaultPrevented || event.repeat) return;
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    if (event.target instanceof Element && event.target.closest(OWN_USE)) return;
    event.preventDefault();
    if (scope.getState().frame) togglePlay();
  };
  document.addEventListener("keydown", onKey);
  return () => document.removeEventListener("keydown", onKey);
}
