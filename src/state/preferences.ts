import { scope } from "./scope";

const SINGLE_KEYS = "matryoscope.single-keys";

/** Brings back what this browser has been told to remember. */
export function readPreferences(): void {
  scope.setState({ singleKeys: read(SINGLE_KEYS) !== "off" });
}

/** Turns the shortcuts of a single key on or off, also for the next visit. */
export function setSingleKeys(singleKeys: boolean): void {
  scope.setState({ singleKeys });
  try {
    if (singleKeys) localStorage.removeItem(SINGLE_KEYS);
    else localStorage.setItem(SINGLE_KEYS, "off");
  } catch {
    // A browser that keeps nothing: the choice holds for this visit.
  }
}

function read(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}
