import { scope } from "../../state";
import { takeEarlyKeys } from "./early-keys";
import { SHORTCUTS, type Shortcut } from "./shortcuts";
import { isForTyping } from "./typing";

const running = SHORTCUTS.flatMap(({ shortcuts }) => shortcuts).filter(({ run }) => run);

/** Answers the keys of the sheet that no control answers itself. */
export function followShortcuts(): () => void {
  const onKey = (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.altKey || isForTyping(event.target)) return;
    const shortcut = running.find(({ keys }) => keys.some((together) => isPressed(together, event)));
    if (!shortcut || (isSingle(shortcut) && !scope.getState().singleKeys)) return;
    event.preventDefault();
    shortcut.run?.();
  };
  document.addEventListener("keydown", onKey);
  takeEarlyKeys().forEach(onKey);
  return () => document.removeEventListener("keydown", onKey);
}

// A letter without Ctrl or the like; Escape is none.
function isSingle({ keys }: Shortcut): boolean {
  return keys.some((together) => together.length === 1 && together[0].length === 1);
}

/** Whether just these keys are down. A sign such as "?" may need Shift on the keyboard at hand: that is its own affair. */
export function isPressed(together: readonly string[], event: KeyboardEvent): boolean {
  const key = together[together.length - 1];
  const isLetter = /^[A-Z]$/.test(key);
  const wantsControl = together.includes("Ctrl") || together.includes("⌘");
  if (wantsControl !== (event.ctrlKey || event.metaKey)) return false;
  if (isLetter && together.includes("Shift") !== event.shiftKey) return false;
  const pressed = isLetter ? event.key.toUpperCase() : event.key;
  return pressed === (key === "Esc" ? "Escape" : key);
}
