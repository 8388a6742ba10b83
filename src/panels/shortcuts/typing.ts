const TEXT = "input:not([type=radio], [type=checkbox], [type=range]), textarea, [contenteditable]";
/** In a list of choices a letter leads to an entry; in a dialog the page behind it is out of reach. */
const OWN_KEYS = "[role=combobox], [role=listbox], [role=dialog], dialog";

/** Whether a key there is typed, and no shortcut. */
export function isForTyping(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest(`${TEXT}, ${OWN_KEYS}`) !== null;
}
