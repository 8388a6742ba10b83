/** The mark: nested rings on one foot, as dolls stand in each other. */
export function Brand() {
  return (
    <h1 className="brand">
      <svg viewBox="0 0 24 24" width="24" height="24" fill="none" stroke="currentColor" aria-hidden="true">
        <path strokeWidth="1.4" opacity="0.45" d="M5.1 20.2a10.3 10.3 0 1 1 13.8 0" />
        <path strokeWidth="1.6" opacity="0.75" d="M6.9 20.2a7.1 7.1 0 1 1 10.2 0" />
        <path strokeWidth="1.8" d="M9.2 20.2a4.3 4.3 0 1 1 5.6 0" />
        <circle cx="12" cy="17.6" r="1.9" fill="currentColor" stroke="none" />
      </svg>
      <span>Matryoscope</span>
    </h1>
  );
}
