/** The list of what is found, and the box it is searched in: the arrow keys lead from one to the other. */
export const HITS = "search-hits";
export const SEARCH = "search-points";

/** Leads from the list back to the box. */
export function focusSearch(): void {
  document.getElementById(SEARCH)?.focus();
}

/** Leads from the box into the list; false while there is none. */
export function focusHits(): boolean {
  const hit = document.getElementById(HITS)?.querySelector<HTMLElement>("button[tabindex='0']");
  hit?.focus();
  return hit !== null && hit !== undefined;
}
