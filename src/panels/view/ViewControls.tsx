import { FIRST_CAMERA, setCamera, setSize, useScope, writeCamera } from "../../state";
import "./view-controls.css";

/** What there is to choose about the view itself: back to the first one, and whether growth is seen as growth. */
export function ViewControls() {
  const size = useScope((state) => state.size);
  const moved = useScope((state) => writeCamera(state.cam) !== writeCamera(FIRST_CAMERA));
  return (
    <section className="view-controls" aria-label="View">
      <button
        type="button"
        className="view-button"
        aria-label="True size"
        aria-pressed={size === "true"}
        title="True size: the more variance the axes hold, the larger the cloud. Else every k is drawn equally large"
        onClick={() => setSize(size === "true" ? "same" : "true")}
      >
        <svg viewBox="0 0 16 16" width="16" height="16" fill="none" stroke="currentColor" aria-hidden="true">
          <circle cx="8" cy="8" r="2" strokeWidth="1.3" />
          <circle cx="8" cy="8" r="6.2" strokeWidth="1.3" strokeDasharray={size === "true" ? undefined : "2 2.2"} />
        </svg>
      </button>
      <button
        type="button"
        className="view-button"
        aria-label="Reset view"
        title="Reset view (0, or a double click on the cloud)"
        disabled={!moved}
        onClick={() => setCamera([...FIRST_CAMERA])}
      >
        <svg viewBox="0 0 16 16" width="16" height="16" fill="none" stroke="currentColor" aria-hidden="true">
          <path
            strokeWidth="1.3"
            strokeLinecap="round"
            d="M2.8 5.2V2.8h2.4M13.2 5.2V2.8h-2.4M2.8 10.8v2.4h2.4M13.2 10.8v2.4h-2.4"
          />
          <circle cx="8" cy="8" r="1.6" fill="currentColor" stroke="none" />
        </svg>
      </button>
    </section>
  );
}
