/** Filled by the next commits. */
export function RetrievalPanel() {
  return null;
}
