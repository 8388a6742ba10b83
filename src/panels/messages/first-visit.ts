const KEY = "matryoscope.first-steps";

/** Whether the first steps have yet to be taken. Where nothing can be remembered they are not shown: they would come back. */
export function isFirstVisit(): boolean {
  try {
    return localStorage.getItem(KEY) === null;
  } catch {
    return false;
  }
}

/** Remembers that the first steps have been taken. */
export function endFirstVisit(): void {
  try {
    localStorage.setItem(KEY, "taken");
  } catch {
    // Then they are gone for as long as this page is open.
  }
}
