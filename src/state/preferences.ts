import { scope } from "./scope";

const SINGLE_KEYS = "matryoscope.single-keys";

/** Brings back what this browser has been told to remember. */
export function readPreferences(): void {
  scope.setState({ singleKeys: recall(SINGLE_KEYS) !== "off" });
}

/** Turns the shortcuts of a single key on or off, also for the next visit. */
export function setSingleKeys(singleKeys: boolean): void {
  scope.setState({ singleKeys });
  remember(SINGLE_KEYS, singleKeys ? null : "off");
}

/** Keeps a choice for the next visit; null forgets it. */
export function remember(key: string, value: string | null): void {
  try {
    if (value === null) localStorage.removeItem(key);
    else localStorage.setItem(key, value);
  } catch {
    // A browser that keeps nothing: the choice holds for this visit.
  }
}

/** What was kept, or null. */
export function recall(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}
