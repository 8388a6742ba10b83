/** The arrow that says: a list opens here. */
export function SelectArrow() {
  return (
    <svg className="select-arrow" viewBox="0 0 12 12" width="12" height="12" fill="none" aria-hidden="true">
      <path stroke="currentColor" strokeWidth="1.5" d="M2.5 4.5 6 8l3.5-3.5" />
    </svg>
  );
}
