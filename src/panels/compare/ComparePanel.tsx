/** Filled by the next commits. */
export function ComparePanel() {
  return null;
}
