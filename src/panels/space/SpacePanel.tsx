/** Filled by the next commits. */
export function SpacePanel() {
  return null;
}
